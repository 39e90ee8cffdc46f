package dev.vouch.contract.discovery;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import dev.vouch.contract.Platform;
import dev.vouch.contract.PostKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody saw of one post at one time. Counts are those of that time; what is absent was not seen. */
public record PostObservedV1(
        Platform platform,
        @Nullable String accountId,
        @Nullable String handle,
        @Nullable String formerHandle,
        String postId,
        @Nullable String url,
        Instant observedAt,
        String source,
        PostKind kind,
        Instant publishedAt,
        @Nullable String caption,
        @Nullable List<String> hashtags,
        @Nullable List<String> mentions,
        @Nullable List<String> brandTags,
        @Nullable Boolean paidLabel,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long views,
        @Nullable List<Comment> commentSample)
        implements Event {
    public PostObservedV1 {
        Check.required("platform", platform);
        Check.optionalText("accountId", accountId, 200);
        Check.optionalText("handle", handle, 200);
        Check.optionalText("formerHandle", formerHandle, 200);
        Check.text("postId", postId, 200);
        Check.optionalText("url", url, 2000);
        Check.required("observedAt", observedAt);
        Check.text("source", source, 100);
        Check.required("kind", kind);
        Check.required("publishedAt", publishedAt);
        Check.optionalFreeText("caption", caption, 20_000);
        hashtags = Check.optionalList("hashtags", hashtags, 200, (field, item) -> Check.text(field, item, 200));
        mentions = Check.optionalList("mentions", mentions, 200, (field, item) -> Check.text(field, item, 200));
        brandTags = Check.optionalList("brandTags", brandTags, 200, (field, item) -> Check.text(field, item, 200));
        Check.optionalNotNegative("likes", likes);
        Check.optionalNotNegative("comments", comments);
        Check.optionalNotNegative("views", views);
        commentSample = Check.optionalList("commentSample", commentSample, 500);
        Check.anyPresent("accountId or handle or formerHandle", accountId, handle, formerHandle);
    }

    /** A comment and the answers below it. */
    public record Comment(
            String author,
            boolean byOwner,
            @Nullable Instant at,
            String text,
            @Nullable List<Reply> replies) {
        public Comment {
            Check.text("author", author, 200);
            Check.freeText("text", text, 10_000);
            replies = Check.optionalList("replies", replies, 200);
        }
    }

    /** An answer to a comment. */
    public record Reply(
            String author, boolean byOwner, @Nullable Instant at, String text) {
        public Reply {
            Check.text("author", author, 200);
            Check.freeText("text", text, 10_000);
        }
    }
}
