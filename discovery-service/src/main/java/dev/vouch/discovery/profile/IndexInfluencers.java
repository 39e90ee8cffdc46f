package dev.vouch.discovery.profile;

import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.InfluencerId;
import dev.vouch.discovery.profile.domain.Post;
import dev.vouch.discovery.search.SearchIndex;
import dev.vouch.discovery.search.domain.Document;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps the search index up to date: everything once after the start, then whatever was touched. */
@Singleton
public class IndexInfluencers {

    private static final int AT_ONCE = 500;

    private final Influencers influencers;
    private final SearchIndex index;
    private final Set<String> touched = new HashSet<>();
    private int nextBucket;

    IndexInfluencers(Influencers influencers, SearchIndex index) {
        this.influencers = influencers;
        this.index = index;
    }

    void touched(Collection<String> influencerIds) {
        synchronized (touched) {
            touched.addAll(influencerIds);
        }
    }

    /** Whether everybody in the store has been read since the start. */
    boolean isComplete() {
        return nextBucket >= InfluencerId.BUCKETS;
    }

    /** Indexes a part of what is left to do; for the timer. */
    public void step() {
        if (!isComplete()) {
            var bucket = InfluencerId.bucket(nextBucket);
            put(influencers.inBucket(bucket), influencers.postsInBucket(bucket));
            nextBucket++;
            return;
        }
        var ids = take();
        if (!ids.isEmpty()) {
            put(influencers.find(ids).values(), influencers.posts(ids));
        }
    }

    /** Whether there is more to do at once. */
    boolean isBehind() {
        synchronized (touched) {
            return !isComplete() || !touched.isEmpty();
        }
    }

    private List<String> take() {
        synchronized (touched) {
            var ids = touched.stream().limit(AT_ONCE).toList();
            ids.forEach(touched::remove);
            return ids;
        }
    }

    private void put(Collection<Influencer> people, Map<String, List<Post>> posts) {
        var documents = new ArrayList<Document>();
        people.forEach(person -> documents.add(document(person, posts.getOrDefault(person.influencerId(), List.of()))));
        index.put(documents);
    }

    private static Document document(Influencer influencer, List<Post> posts) {
        var profile = Stream.of(influencer.displayName(), influencer.bio());
        var captions = posts.stream().map(Post::caption);
        return new Document(
                influencer.influencerId(),
                influencer.platform(),
                influencer.categories(),
                influencer.languages().stream().map(Influencer.Language::code).toList(),
                influencer.followers(),
                Stream.concat(profile, captions)
                        .filter(java.util.Objects::nonNull)
                        .toList());
    }
}
