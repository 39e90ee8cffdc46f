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
    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Influencers influencers;
    private final SearchIndex index;
    private final Set<String> touched = new HashSet<>();
    private long firstTouched;
    private long lastTouched;
    private int nextBucket;

    IndexInfluencers(Influencers influencers, SearchIndex index) {
        this.influencers = influencers;
        this.index = index;
    }

    void touched(Collection<String> influencerIds) {
        synchronized (touched) {
            lastTouched = System.nanoTime();
            firstTouched = touched.isEmpty() ? lastTouched : firstTouched;
            touched.addAll(influencerIds);
        }
    }

    /**
     * While an import is running the index waits, up to a minute: it would read again what is being written again right away.
     */
    boolean isDue() {
        synchronized (touched) {
            var now = System.nanoTime();
            return !isComplete()
                    || (!touched.isEmpty() && (now - lastTouched > QUIET_NANOS || now - firstTouched > PATIENCE_NANOS));
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
            var people = influencers.inBucket(bucket);
            put(people, influencers.posts(idsOf(people)));
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

    private static List<String> idsOf(List<Influencer> people) {
        return people.stream().map(Influencer::influencerId).toList();
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
