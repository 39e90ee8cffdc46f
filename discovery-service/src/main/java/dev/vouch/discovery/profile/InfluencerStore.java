package dev.vouch.discovery.profile;

import com.mongodb.client.model.Projections;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.consumer.ProjectionStore;
import dev.vouch.contract.Topics;
import dev.vouch.discovery.profile.domain.Influencer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per influencer; {@link SubmissionConsumer} is its only writer. */
@Singleton
class InfluencerStore extends ProjectionStore<Influencer> {

    private static final int BUCKET_PAGE = 500;

    InfluencerStore(Stores stores) {
        super(
                stores,
                Layout.of("influencers", Influencer.class)
                        .publishing(Topics.INFLUENCER)
                        .index("state.bucket")
                        .index("state.handles")
                        .index("state.categories")
                        .index("state.platform"));
    }

    /** A part of a bucket, in the order of ids. */
    List<Versioned<Influencer>> inBucket(String bucket, @Nullable String afterId) {
        return pageAfter(afterId, new Document("state.bucket", bucket), BUCKET_PAGE);
    }

    List<Versioned<Influencer>> withHandle(String handle, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document("state.handles", handle.toLowerCase(Locale.ROOT)), limit);
    }

    List<Versioned<Influencer>> inCategory(String category, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document("state.categories", category), limit);
    }

    List<Versioned<Influencer>> onPlatform(String platform, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document("state.platform", platform), limit);
    }

    /** @return 0 if there is no such document */
    long version(String id) {
        var found = collection()
                .find(new Document("_id", id))
                .projection(Projections.include("version"))
                .first();
        return found == null ? 0 : found.getNumber("version").longValue();
    }
}
