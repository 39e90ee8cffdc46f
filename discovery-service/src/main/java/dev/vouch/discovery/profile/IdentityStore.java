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

    private final Stores stores;

    IdentityStore(Stores stores) {
        this.stores = stores;
    }

    /** The claims on these identities, and all others of the same influencers. */
    Collection<Claim> around(Collection<Identity> identities) {
        var found = new HashMap<Identity, Claim>();
        var keys = identities.stream().map(Identity::key).distinct().toList();
        add(found, new Document("_id", new Document("$in", keys)));
        var influencers = new TreeSet<String>();
        found.values().forEach(claim -> influencers.add(claim.influencerId()));
        if (!influencers.isEmpty()) {
            add(found, new Document("influencerId", new Document("$in", List.copyOf(influencers))));
        }
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

    private void add(Map<Identity, Claim> found, Document filter) {
        collection().find(filter).forEach(document -> {
            var identity = new Identity(document.getString("_id").getValue());
            found.put(
                    identity,
                    new Claim(
                            identity,
                            document.getString("influencerId").getValue(),
                            java.time.Instant.ofEpochMilli(
                                    document.getDateTime("seenAt").getValue())));
        });
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
