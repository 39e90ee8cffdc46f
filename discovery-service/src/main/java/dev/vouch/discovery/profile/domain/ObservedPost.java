package dev.vouch.discovery.profile.domain;

import dev.vouch.discovery.search.domain.DetectedLanguage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody saw of one post at one time.
 *
 * @param postKey keyed hash of platform and post id
 * @param languages of the caption, as detected; the strongest first
 */
public record ObservedPost(
        Stamp stamp,
        String source,
        @Nullable String handle,
        @Nullable String accountId,
        String postKey,
        String postId,
        @Nullable String url,
        String kind,
        Instant publishedAt,
        @Nullable String caption,
        List<DetectedLanguage> languages,
        List<String> hashtags,
        List<String> mentions,
        List<String> brandTags,
        @Nullable Boolean paidLabel,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long views,
        List<Comment> commentSample) {

    public Instant observedAt() {
        return stamp.observedAt();
    }
}
