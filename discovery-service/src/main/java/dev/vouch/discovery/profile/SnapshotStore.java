package dev.vouch.discovery.profile;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import dev.vouch.chassis.aggregate.PreparedStore;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.event.EventId;
import dev.vouch.chassis.mongo.Index;
import dev.vouch.chassis.mongo.MongoErrors;
import dev.vouch.chassis.mongo.StateCodec;
import dev.vouch.discovery.profile.domain.Snapshot;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;

/** The history of the figures; a snapshot's id is the hash of all it says, so that it is there once however often it is told. */
@Singleton
class SnapshotStore implements PreparedStore {

    private static final int BULK = 500;
    private static final int MOST_SNAPSHOTS = 1_000;

    private final Stores stores;
    private final StateCodec<Snapshot> codec = new StateCodec<>(Snapshot.class);

    SnapshotStore(Stores stores) {
        this.stores = stores;
    }

    void keep(Collection<Snapshot> snapshots) {
        var models = snapshots.stream()
                .distinct()
                .map(snapshot -> new InsertOneModel<>(
                        new BsonDocument("_id", new BsonString(id(snapshot))).append("state", codec.write(snapshot))))
                .toList();
        for (int from = 0; from < models.size(); from += BULK) {
            insertNew(models.subList(from, Math.min(from + BULK, models.size())));
        }
    }

    /** In the order of time. */
    List<Snapshot> of(String influencerId) {
        var found = new ArrayList<Snapshot>();
        collection()
                .find(new Document("state.influencerId", influencerId))
                .limit(MOST_SNAPSHOTS)
                .forEach(document -> found.add(codec.read(document.getDocument("state"))));
        found.sort(java.util.Comparator.comparing(Snapshot::observedAt).thenComparing(SnapshotStore::id));
        return found;
    }

    @Override
    public void prepare() {
        var index = Index.on("state.influencerId");
        collection().createIndex(index.keys(), index.options());
    }

    private void insertNew(List<InsertOneModel<BsonDocument>> models) {
        try {
            collection().bulkWrite(models, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException error) {
            if (!MongoErrors.isDuplicateKey(error)) {
                throw error;
            }
        }
    }

    /** The same for the same figures of the same time and source. */
    static String id(Snapshot snapshot) {
        return EventId.hash(
                snapshot.influencerId(),
                snapshot.source(),
                snapshot.observedAt().toString(),
                String.valueOf(snapshot.followers()),
                String.valueOf(snapshot.following()),
                String.valueOf(snapshot.posts()));
    }

    private MongoCollection<BsonDocument> collection() {
        return stores.database().collection("snapshots");
    }
}
