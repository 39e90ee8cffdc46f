package dev.vouch.discovery.profile;

import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.consumer.ProjectionStore;
import dev.vouch.contract.Topics;
import dev.vouch.discovery.profile.domain.Influencer;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                        .index("state.bucket"));
    }

    /** A part of a bucket, in the order of ids. */
    List<Versioned<Influencer>> inBucket(String bucket, @Nullable String afterId) {
        return pageAfter(afterId, new Document("state.bucket", bucket), BUCKET_PAGE);
    }

    Map<String, Versioned<Influencer>> versioned(Collection<String> ids) {
        var found = new LinkedHashMap<String, Versioned<Influencer>>();
        query(new Document("_id", new Document("$in", List.copyOf(ids))), ids.size())
                .forEach(each -> found.put(each.id(), each));
        return found;
    }
}
