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
import dev.vouch.chassis.mongo.StateCodec;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.discovery.profile.domain.ObservedPost;
import dev.vouch.discovery.profile.domain.Post;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Posts with their texts, documents of their own under {@code <influencerId>~<postKey>}. */
@Singleton
class PostStore implements PreparedStore {

    private static final int BULK = 500;

    /** A long list of choices is gone through for each document that is found, so reading goes in parts. */
    private static final int READ_AT_ONCE = 250;

    /** A post that was seen of an influencer. */
    record Sighting(String influencerId, ObservedPost post) {
        String id() {
            return influencerId + "~" + post.postKey();
        }
    }

    private final Stores stores;
    private final StateCodec<Post> codec = new StateCodec<>(Post.class);

    PostStore(Stores stores) {
        this.stores = stores;
    }

    /**
     * Repeatable: what is known already is written nowhere. Where another writer was first, reads and merges again.
     *
     * @return what became of each sighting, in their order
     */
    List<Outcome> merge(List<Sighting> sightings) {
        var outcomes = new ArrayList<Outcome>(sightings.size());
        for (int from = 0; from < sightings.size(); from += BULK) {
            var part = sightings.subList(from, Math.min(from + BULK, sightings.size()));
            var merged = tryMerge(part);
            while (merged.isEmpty()) {
                merged = tryMerge(part);
            }
            outcomes.addAll(merged.get());
        }
        return outcomes;
    }

    /** The newest first. */
    List<Post> of(String influencerId) {
        return of(List.of(influencerId)).getOrDefault(influencerId, List.of());
    }

    /** By influencer; the newest first. */
    Map<String, List<Post>> of(Collection<String> influencerIds) {
        return byInfluencer(new Document("state.influencerId", new Document("$in", List.copyOf(influencerIds))));
    }

    @Override
    public void prepare() {
        var index = Index.on("state.influencerId");
        collection().createIndex(index.keys(), index.options());
    }

    private Map<String, List<Post>> byInfluencer(Document filter) {
        var found = new HashMap<String, List<Post>>();
        collection().find(filter).forEach(document -> {
            var post = codec.read(document.getDocument("state"));
            found.computeIfAbsent(post.influencerId(), id -> new ArrayList<>()).add(post);
        });
        found.values()
                .forEach(posts -> posts.sort(java.util.Comparator.comparing(Post::publishedAt)
                        .reversed()
                        .thenComparing(Post::postKey)));
        return found;
    }

    /** @return nothing if another writer was first with one of them */
    private Optional<List<Outcome>> tryMerge(List<Sighting> sightings) {
        var before = read(sightings.stream().map(Sighting::id).distinct().toList());
        var after = new LinkedHashMap<String, Post>();
        before.forEach((id, document) -> after.put(id, codec.read(document.getDocument("state"))));
        var outcomes = new ArrayList<Outcome>(sightings.size());
        var changed = new LinkedHashSet<String>();
        for (var sighting : sightings) {
            var id = sighting.id();
            var known = after.get(id);
            var merged = Post.merge(sighting.influencerId(), known, sighting.post());
            outcomes.add(outcome(known, merged));
            if (!merged.equals(known)) {
                after.put(id, merged);
                changed.add(id);
            }
        }
        var models = new ArrayList<WriteModel<BsonDocument>>(changed.size());
        changed.forEach(id -> models.add(model(id, before.get(id), Objects.requireNonNull(after.get(id)))));
        return models.isEmpty() || write(models) ? Optional.of(outcomes) : Optional.empty();
    }

    private static Outcome outcome(@Nullable Post known, Post merged) {
        if (known == null) {
            return Outcome.CREATED;
        }
        return merged.equals(known) ? Outcome.UNCHANGED : Outcome.CHANGED;
    }

    private Map<String, BsonDocument> read(List<String> ids) {
        var found = new HashMap<String, BsonDocument>();
        for (int from = 0; from < ids.size(); from += READ_AT_ONCE) {
            var part = ids.subList(from, Math.min(from + READ_AT_ONCE, ids.size()));
            collection()
                    .find(new Document("_id", new Document("$in", part)))
                    .forEach(document -> found.put(document.getString("_id").getValue(), document));
        }
        return found;
    }

    private WriteModel<BsonDocument> model(String id, @Nullable BsonDocument before, Post post) {
        if (before == null) {
            return new InsertOneModel<>(document(id, 1, post));
        }
        var version = before.getNumber("version").longValue();
        return new ReplaceOneModel<>(
                new Document("_id", id).append("version", version), document(id, version + 1, post));
    }

    private BsonDocument document(String id, long version, Post post) {
        return new BsonDocument("_id", new BsonString(id))
                .append("version", new BsonInt64(version))
                .append("state", codec.write(post));
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

    private MongoCollection<BsonDocument> collection() {
        return stores.database().collection("posts");
    }
}
