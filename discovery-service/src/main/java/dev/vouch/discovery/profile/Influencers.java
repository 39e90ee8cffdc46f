package dev.vouch.discovery.profile;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.Post;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other capabilities may ask about influencers. */
@Singleton
public class Influencers {

    private final InfluencerStore store;
    private final PostStore posts;

    Influencers(InfluencerStore store, PostStore posts) {
        this.store = store;
        this.posts = posts;
    }

    public Optional<Influencer> find(String influencerId) {
        return store.find(influencerId).map(Versioned::state);
    }

    public Map<String, Influencer> find(Collection<String> influencerIds) {
        return store.states(influencerIds);
    }

    /** With the number of writes of each; those who are not known are missing. */
    public Map<String, Versioned<Influencer>> versioned(Collection<String> influencerIds) {
        return store.versioned(influencerIds);
    }

    /** Everybody in one bucket of the sweep, see {@link dev.vouch.discovery.profile.domain.InfluencerId#bucket}. */
    public List<Influencer> inBucket(String bucket) {
        var all = new ArrayList<Influencer>();
        var page = store.inBucket(bucket, null);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(each.state()));
            page = store.inBucket(bucket, page.get(page.size() - 1).id());
        }
        return all;
    }

    public List<Post> posts(String influencerId) {
        return posts.of(influencerId);
    }

    public Map<String, List<Post>> posts(Collection<String> influencerIds) {
        return posts.of(influencerIds);
    }
}
