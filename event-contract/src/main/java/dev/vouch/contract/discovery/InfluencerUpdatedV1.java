package dev.vouch.contract.discovery;

import dev.vouch.contract.AccountKind;
import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import dev.vouch.contract.Platform;
import dev.vouch.contract.PostKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All figures that are known of an influencer, and of at most 30 recent posts. No text, no name, no handle: those are
 * asked of discovery.
 */
public record InfluencerUpdatedV1(
        String influencerId,
        Platform platform,
        @Nullable Long followers,
        @Nullable Long following,
        @Nullable Long posts,
        @Nullable Boolean verified,
        @Nullable String country,
        List<Language> languages,
        List<String> categories,
        AccountKind accountKind,
        boolean contactable,
        Instant firstObservedAt,
        Instant observedAt,
        @Nullable Instant profileObservedAt,
        List<RecentPost> recentPosts)
        implements Event {
    public InfluencerUpdatedV1 {
        Check.influencerId("influencerId", influencerId);
        Check.required("platform", platform);
        Check.optionalNotNegative("followers", followers);
        Check.optionalNotNegative("following", following);
        Check.optionalNotNegative("posts", posts);
        Check.optionalCountry("country", country);
        languages = Check.list("languages", languages, 20);
        categories = Check.list("categories", categories, 20, (field, item) -> Check.text(field, item, 100));
        Check.required("accountKind", accountKind);
        Check.required("firstObservedAt", firstObservedAt);
        Check.required("observedAt", observedAt);
        recentPosts = Check.list("recentPosts", recentPosts, 30);
    }

    /** A language of the influencer. */
    public record Language(String code, int confidencePercent, boolean declared) {
        public Language {
            Check.language("code", code);
            Check.range("confidencePercent", confidencePercent, 0, 100);
        }
    }

    /** The figures of one post. */
    public record RecentPost(
            String postKey,
            Instant publishedAt,
            Instant observedAt,
            PostKind kind,
            @Nullable Long likes,
            @Nullable Long comments,
            @Nullable Long views,
            @Nullable String language,
            boolean paidLabel,
            @Nullable Long foreignComments,
            @Nullable Long foreignCommentsAnswered,
            @Nullable Long questions,
            @Nullable Long questionsAnswered) {
        public RecentPost {
            Check.postKey("postKey", postKey);
            Check.required("publishedAt", publishedAt);
            Check.required("observedAt", observedAt);
            Check.required("kind", kind);
            Check.optionalNotNegative("likes", likes);
            Check.optionalNotNegative("comments", comments);
            Check.optionalNotNegative("views", views);
            Check.optionalLanguage("language", language);
            Check.optionalNotNegative("foreignComments", foreignComments);
            Check.optionalNotNegative("foreignCommentsAnswered", foreignCommentsAnswered);
            Check.optionalNotNegative("questions", questions);
            Check.optionalNotNegative("questionsAnswered", questionsAnswered);
        }
    }
}
