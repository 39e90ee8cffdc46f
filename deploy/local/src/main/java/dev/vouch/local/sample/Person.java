package dev.vouch.local.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One invented account with everything that the files say about it. */
record Person(Profile profile, List<Post> posts, Truth truth) {

    /** One row of the profile file; empty text and empty lists are left blank there. */
    record Profile(
            String platform,
            String accountId,
            String handle,
            String displayName,
            String bio,
            List<String> emails,
            String country,
            List<String> languages,
            List<String> categories,
            long followers,
            long following,
            long posts,
            @Nullable Boolean verified,
            String accountKind,
            Instant observedAt) {}

    /** One line of the post file; a missing figure is left out there. */
    record Post(
            String platform,
            String accountId,
            String handle,
            @Nullable String formerHandle,
            String postId,
            String url,
            Instant observedAt,
            String kind,
            Instant publishedAt,
            String caption,
            List<String> hashtags,
            List<String> mentions,
            List<String> brandTags,
            boolean paidLabel,
            @Nullable Long likes,
            @Nullable Long comments,
            @Nullable Long views,
            List<Comment> commentSample) {}

    record Comment(String author, boolean byOwner, Instant at, String text, List<Comment> replies) {}
}
