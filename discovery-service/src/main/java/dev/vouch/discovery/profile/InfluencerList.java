package dev.vouch.discovery.profile;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.http.Cursor;
import dev.vouch.chassis.http.InvalidRequest;
import dev.vouch.chassis.http.Page;
import dev.vouch.discovery.profile.domain.Influencer;
import dev.vouch.discovery.profile.domain.InfluencerId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lists influencers bucket by bucket; one who is asked for by handle is found by that. Words are for the search. */
@Singleton
class InfluencerList {

    private static final int MOST_READ = 5_000;

    /** What is looked for; null sets no condition. */
    record Filter(
            @Nullable String platform,
            @Nullable String handle,
            @Nullable String category,
            @Nullable String language,
            long followersMin,
            long followersMax) {

        boolean accepts(Influencer influencer) {
            return (platform == null || influencer.platform().equals(platform))
                    && (handle == null || influencer.handles().contains(handle.toLowerCase(Locale.ROOT)))
                    && (category == null || influencer.categories().contains(category))
                    && (language == null
                            || influencer.languages().stream()
                                    .anyMatch(each -> each.code().equals(language)))
                    && inRange(influencer.followers());
        }

        private boolean inRange(@Nullable Long followers) {
            if (followers == null) {
                return followersMin == 0 && followersMax == Long.MAX_VALUE;
            }
            return followers >= followersMin && followers <= followersMax;
        }
    }

    private final InfluencerStore store;
    private final Identities identities;

    InfluencerList(InfluencerStore store, Identities identities) {
        this.store = store;
        this.identities = identities;
    }

    /** A page may be short, even empty, and yet have a next one: so much is read for one page and no more. */
    Page<Versioned<Influencer>> page(Filter filter, @Nullable String after, int limit) {
        return filter.handle() == null ? sweep(filter, after, limit) : byHandle(filter, filter.handle(), after, limit);
    }

    private Page<Versioned<Influencer>> byHandle(Filter filter, String handle, @Nullable String after, int limit) {
        var found = identities.withHandle(handle).stream()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .flatMap(id -> store.find(id).stream())
                .filter(each -> filter.accepts(each.state()))
                .toList();
        return Page.of(found, limit, Versioned::id);
    }

    private Page<Versioned<Influencer>> sweep(Filter filter, @Nullable String after, int limit) {
        var accepted = new ArrayList<Versioned<Influencer>>();
        var bucket = after == null ? 0 : bucketOf(after);
        var lastRead = after;
        var inBucket = after;
        for (int read = 0; bucket < InfluencerId.BUCKETS && accepted.size() <= limit; ) {
            if (read >= MOST_READ && lastRead != null) {
                return new Page<>(accepted, Cursor.encode(lastRead));
            }
            var found = store.inBucket(InfluencerId.bucket(bucket), inBucket);
            found.stream().filter(each -> filter.accepts(each.state())).forEach(accepted::add);
            read += found.size();
            inBucket = found.isEmpty() ? null : found.get(found.size() - 1).id();
            lastRead = inBucket == null ? lastRead : inBucket;
            bucket += inBucket == null ? 1 : 0;
        }
        return Page.of(accepted.subList(0, Math.min(accepted.size(), limit + 1)), limit, Versioned::id);
    }

    private static int bucketOf(String after) {
        if (!InfluencerId.isOne(after)) {
            throw new InvalidRequest("cursor", "must be the nextCursor of a page of this list");
        }
        return Integer.parseInt(InfluencerId.bucket(after), 16);
    }
}
