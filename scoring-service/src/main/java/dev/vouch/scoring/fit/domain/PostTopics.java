package dev.vouch.scoring.fit.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one post has to do with the brief's topics; the text itself is not kept.
 *
 * @param said topics that its sentences speak of
 * @param tagged topics that stand only among its hashtags
 * @param hashtags how many hashtags stand in rows
 * @param strength 0 (nothing) to 1 (unmistakably about it)
 */
public record PostTopics(
        String postKey,
        Instant publishedAt,
        @Nullable String language,
        List<String> said,
        List<String> tagged,
        int hashtags,
        double strength) {}
