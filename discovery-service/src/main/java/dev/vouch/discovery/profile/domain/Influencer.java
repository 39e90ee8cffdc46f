package dev.vouch.discovery.profile.domain;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An account with the newest of everything that was seen of it.
 *
 * @param handles all that were ever seen, in lower case, the finding of {@link #handle} included
 * @param declaredLanguages as the source states them; what the texts say is worked out by {@link #languages}
 * @param accountKind PERSON, BRAND, or null while nobody said
 */
public record Influencer(
        String influencerId,
        String bucket,
        String platform,
        @Nullable String handle,
        List<String> handles,
        @Nullable String accountId,
        @Nullable String displayName,
        @Nullable String bio,
        List<DetectedLanguage> bioLanguages,
        List<String> links,
        List<ContactAddress> addresses,
        @Nullable String country,
        List<String> declaredLanguages,
        List<String> categories,
        @Nullable Long followers,
        @Nullable Long following,
        @Nullable Long posts,
        @Nullable Boolean verified,
        @Nullable String accountKind,
        @Nullable Boolean delisted,
        Instant firstObservedAt,
        Instant observedAt,
        @Nullable Instant profileObservedAt,
        List<RecentPost> recentPosts,
        @Nullable Provenance provenance) {

    public static final int MOST_RECENT_POSTS = 30;

    private static final Comparator<RecentPost> NEWEST_FIRST =
            Comparator.comparing(RecentPost::publishedAt).reversed().thenComparing(RecentPost::postKey);

    /**
     * A language of an account.
     *
     * @param declared as the source states; else detected in its texts
     */
    public record Language(String code, int confidencePercent, boolean declared) {}

    public static Influencer unknown(String influencerId, Instant observedAt) {
        return new Influencer(
                influencerId,
                InfluencerId.bucket(influencerId),
                influencerId.substring(0, influencerId.indexOf('-')),
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                observedAt,
                observedAt,
                null,
                List.of(),
                null);
    }

    public Influencer with(ObservedProfile seen) {
        var merge = new MergePolicy(provenance, seen.stamp());
        var profileAt = profileObservedAt == null || profileObservedAt.isBefore(seen.observedAt())
                ? seen.observedAt()
                : profileObservedAt;
        var currentBio = merge.pick("bio", bio, seen.bio());
        return new Influencer(
                influencerId,
                bucket,
                platform,
                merge.pick("handle", profileObservedAt == null ? null : handle, seen.handle()),
                with(handles, seen.handle()),
                accountId == null ? seen.accountId() : accountId,
                merge.pick("displayName", displayName, seen.displayName()),
                currentBio,
                merge.pickList("bioLanguages", bioLanguages, seen.bioLanguages()),
                merge.pickList("links", links, seen.links()),
                merge.pickList("addresses", addresses, seen.addresses()),
                merge.pick("country", country, seen.country()),
                merge.pickList("languages", declaredLanguages, seen.languages()),
                merge.pickList("categories", categories, seen.categories()),
                merge.pick("followers", followers, seen.followers()),
                merge.pick("following", following, seen.following()),
                merge.pick("posts", posts, seen.posts()),
                merge.pick("verified", verified, seen.verified()),
                merge.pick("accountKind", accountKind, seen.accountKind()),
                merge.pick("delisted", delisted, seen.delisted()),
                earlier(firstObservedAt, seen.observedAt()),
                later(observedAt, seen.observedAt()),
                profileAt,
                recentPosts,
                merge.provenance());
    }

    /** The handle on a post counts only while no profile has been seen: its owner may have renamed the account since. */
    public Influencer with(ObservedPost seen) {
        var posts = new ArrayList<RecentPost>();
        RecentPost known = null;
        for (var post : recentPosts) {
            if (post.postKey().equals(seen.postKey())) {
                known = post;
            } else {
                posts.add(post);
            }
        }
        posts.add(RecentPost.merge(known, seen));
        posts.sort(NEWEST_FIRST);
        return withPosts(
                List.copyOf(posts.subList(0, Math.min(posts.size(), MOST_RECENT_POSTS))),
                postHandle(seen),
                with(handles, seen.handle()),
                accountId == null ? seen.accountId() : accountId,
                earlier(firstObservedAt, seen.observedAt()),
                later(observedAt, seen.observedAt()));
    }

    public boolean isDelisted() {
        return Boolean.TRUE.equals(delisted);
    }

    public boolean isContactable() {
        return !addresses.isEmpty();
    }

    /** Declared ones first, then the detected by their share of the texts that say anything. */
    public List<Language> languages() {
        var languages = new ArrayList<Language>();
        declaredLanguages.forEach(code -> languages.add(new Language(code, 100, true)));
        detectedLanguages().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .filter(each -> !declaredLanguages.contains(each.getKey()))
                .limit(5)
                .forEach(each -> languages.add(new Language(each.getKey(), each.getValue(), false)));
        return languages;
    }

    /** Code to confidence in percent, over bio and recent posts. */
    public Map<String, Integer> detectedLanguages() {
        var sums = new HashMap<String, Integer>();
        var texts = 0;
        for (var text : textLanguages()) {
            texts += text.isEmpty() ? 0 : 1;
            text.forEach(each -> sums.merge(each.code(), each.confidencePercent(), Integer::sum));
        }
        var count = Math.max(1, texts);
        sums.replaceAll((code, sum) -> Math.min(100, sum / count));
        return sums;
    }

    private List<List<DetectedLanguage>> textLanguages() {
        var all = new ArrayList<List<DetectedLanguage>>();
        all.add(bioLanguages);
        recentPosts.forEach(post -> all.add(post.languages()));
        return all;
    }

    private @Nullable String postHandle(ObservedPost seen) {
        if (profileObservedAt != null && handle != null) {
            return handle;
        }
        var known = new TreeSet<String>(handles);
        if (seen.handle() != null) {
            known.add(seen.handle().toLowerCase(Locale.ROOT));
        }
        return known.isEmpty() ? null : known.first();
    }

    private Influencer withPosts(
            List<RecentPost> posts,
            @Nullable String newHandle,
            List<String> newHandles,
            @Nullable String newAccountId,
            Instant first,
            Instant last) {
        return new Influencer(
                influencerId,
                bucket,
                platform,
                newHandle,
                newHandles,
                newAccountId,
                displayName,
                bio,
                bioLanguages,
                links,
                addresses,
                country,
                declaredLanguages,
                categories,
                followers,
                following,
                this.posts,
                verified,
                accountKind,
                delisted,
                first,
                last,
                profileObservedAt,
                posts,
                provenance);
    }

    private static List<String> with(List<String> handles, @Nullable String another) {
        if (another == null) {
            return handles;
        }
        var all = new TreeSet<>(handles);
        all.add(another.toLowerCase(Locale.ROOT));
        return List.copyOf(all);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
