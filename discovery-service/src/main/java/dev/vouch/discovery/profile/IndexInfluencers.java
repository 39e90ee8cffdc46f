package dev.vouch.discovery.profile;

import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.InfluencerId;
import dev.vouch.discovery.profile.domain.Post;
import dev.vouch.discovery.search.SearchIndex;
import dev.vouch.discovery.search.domain.Document;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keeps the search index up to date: everything once after the start, then whatever was touched. */
@Singleton
public class IndexInfluencers {

    private static final int AT_ONCE = 200;

    private final Influencers influencers;
    private final SearchIndex index;

    private final Touches touches = new Touches(System::nanoTime);
    private int nextBucket;

    IndexInfluencers(Influencers influencers, SearchIndex index) {
        this.influencers = influencers;
        this.index = index;
    }

    void touched(Collection<String> influencerIds) {
        touches.add(influencerIds);
    }

    /** Whether there is something to do now: what was written a moment ago may be written again right away. */
    boolean isDue() {
        return !isComplete() || touches.isDue();
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
        var ids = touches.takeDue(AT_ONCE);
        if (!ids.isEmpty()) {
            put(influencers.find(ids).values(), influencers.posts(ids));
        }
    }

    /** Whether somebody may be found by what they said before. */
    boolean isBehind() {
        return !isComplete() || !touches.isEmpty();
    }

    private static List<String> idsOf(List<Influencer> people) {
        return people.stream().map(Influencer::influencerId).toList();
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
