package dev.vouch.discovery.profile;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import dev.vouch.chassis.aggregate.PreparedStore;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.mongo.Index;
import dev.vouch.chassis.mongo.MongoErrors;
import dev.vouch.discovery.profile.domain.Claim;
import dev.vouch.discovery.profile.domain.Identity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;

/** Who is found by which account id or handle. The identity itself is the {@code _id}, so it belongs to one influencer only. */
@Singleton
class IdentityStore implements PreparedStore {

    private static final int BULK = 500;
    private static final int READ_AT_ONCE = 250;

    private final Stores stores;

    IdentityStore(Stores stores) {
        this.stores = stores;
    }

    /** The claims on these identities, and all others of the same influencers. */
    Collection<Claim> around(Collection<Identity> identities) {
        var found = new HashMap<Identity, Claim>();
        var keys = identities.stream().map(Identity::key).distinct().toList();
        add(found, "_id", keys);
        var influencers = new TreeSet<String>();
        found.values().forEach(claim -> influencers.add(claim.influencerId()));
        add(found, "influencerId", List.copyOf(influencers));
        return found.values();
    }

    /** @return false when another writer was first with any of them; then read and decide again */
    boolean write(Collection<Claim> claims, Collection<Claim> before) {
        var known = new HashMap<Identity, Claim>();
        before.forEach(claim -> known.put(claim.identity(), claim));
        var models = new ArrayList<WriteModel<BsonDocument>>();
        claims.forEach(claim -> models.add(model(claim, known)));
        var complete = true;
        for (int from = 0; from < models.size(); from += BULK) {
            complete &= write(models.subList(from, Math.min(from + BULK, models.size())));
        }
        return complete;
    }

    @Override
    public void prepare() {
        var index = Index.on("influencerId");
        collection().createIndex(index.keys(), index.options());
    }

    /** In parts, as a long list of choices is gone through for each document that is found. */
    private void add(Map<Identity, Claim> found, String field, List<String> values) {
        for (int from = 0; from < values.size(); from += READ_AT_ONCE) {
            var part = values.subList(from, Math.min(from + READ_AT_ONCE, values.size()));
            collection().find(new Document(field, new Document("$in", part))).forEach(document -> {
                var claim = claim(document);
                found.put(claim.identity(), claim);
            });
        }
    }

    private static Claim claim(BsonDocument document) {
        return new Claim(
                new Identity(document.getString("_id").getValue()),
                document.getString("influencerId").getValue(),
                Instant.ofEpochMilli(document.getDateTime("seenAt").getValue()));
    }

    private static WriteModel<BsonDocument> model(Claim claim, Map<Identity, Claim> known) {
        var before = known.get(claim.identity());
        return before == null
                ? new InsertOneModel<>(document(claim))
                : new ReplaceOneModel<>(
                        new Document("_id", before.identity().key())
                                .append("influencerId", before.influencerId())
                                .append("seenAt", before.seenAt()),
                        document(claim));
    }

    private boolean write(List<WriteModel<BsonDocument>> models) {
        try {
            var result = collection().bulkWrite(models, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == models.size();
        } catch (MongoBulkWriteException error) {
            if (MongoErrors.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
    }

    private static BsonDocument document(Claim claim) {
        return new BsonDocument("_id", new BsonString(claim.identity().key()))
                .append("influencerId", new BsonString(claim.influencerId()))
                .append("seenAt", new BsonDateTime(claim.seenAt().toEpochMilli()));
    }

    private MongoCollection<BsonDocument> collection() {
        return stores.database().collection("identities");
    }
}
