package dev.vouch.scoring.fit.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post as its texts are read: judged, never kept. */
public record PostText(
        String postKey,
        Instant publishedAt,
        @Nullable String caption,
        List<String> hashtags,
        List<String> mentions,
        @Nullable String language) {

    Caption parts() {
        return Caption.of(caption == null ? "" : caption, hashtags);
    }
}
