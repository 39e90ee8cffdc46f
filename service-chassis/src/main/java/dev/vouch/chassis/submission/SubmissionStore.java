package dev.vouch.chassis.submission;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.PreparedStore;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.mongo.Index;
import dev.vouch.chassis.mongo.MongoErrors;
import dev.vouch.chassis.mongo.StateCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The first outcome of an observation stands: told again, it is still what it was. */
public class SubmissionStore implements PreparedStore {

    private static final int BULK = 500;

    private final Stores stores;
    private final StateCodec<Submission> codec = new StateCodec<>(Submission.class);

    public SubmissionStore(Stores stores) {
        this.stores = stores;
    }

    public void record(Collection<Submission> submissions) {
        var models = submissions.stream()
                .map(each -> new InsertOneModel<>(
                        new BsonDocument("_id", new BsonString(each.eventId())).append("state", codec.write(each))))
                .toList();
        for (int from = 0; from < models.size(); from += BULK) {
            insertMissing(models.subList(from, Math.min(from + BULK, models.size())));
        }
    }

    private void insertMissing(List<InsertOneModel<BsonDocument>> models) {
        try {
            collection().bulkWrite(models, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException someWereThere) {
            if (!MongoErrors.isDuplicateKey(someWereThere)) {
                throw someWereThere;
            }
        }
    }

    /** What was set aside is tried again: its next outcome counts. */
    public void reopen(String eventId) {
        collection()
                .deleteOne(
                        new Document("_id", eventId).append("state.outcome.kind", Outcome.Kind.DEAD_LETTERED.name()));
    }

    /** @throws NotFound while nothing has become of it yet */
    public Submission get(String eventId) {
        var found = collection().find(new Document("_id", eventId)).first();
        if (found == null) {
            throw new NotFound("submissions", eventId);
        }
        return codec.read(found.getDocument("state"));
    }

    /** In the order of event ids. */
    public List<Submission> ofBatch(String batch, Outcome.@Nullable Kind kind, @Nullable String afterId, int limit) {
        var filter = new Document("state.batch", batch);
        if (kind != null) {
            filter.append("state.outcome.kind", kind.name());
        }
        if (afterId != null) {
            filter.append("_id", new Document("$gt", afterId));
        }
        var found = new ArrayList<Submission>();
        collection()
                .find(filter)
                .sort(new Document("_id", 1))
                .limit(limit)
                .forEach(document -> found.add(codec.read(document.getDocument("state"))));
        return found;
    }

    /** How many of a batch came to which outcome so far. */
    public Map<Outcome.Kind, Long> count(String batch) {
        var counts = new TreeMap<Outcome.Kind, Long>();
        for (var kind : Outcome.Kind.values()) {
            var number = collection()
                    .countDocuments(new Document("state.batch", batch).append("state.outcome.kind", kind.name()));
            if (number > 0) {
                counts.put(kind, number);
            }
        }
        return counts;
    }

    @Override
    public void prepare() {
        var byBatch = Index.on("state.batch", "state.outcome.kind");
        collection().createIndex(byBatch.keys(), byBatch.options());
    }

    private MongoCollection<BsonDocument> collection() {
        return stores.database().collection("submissions");
    }
}
