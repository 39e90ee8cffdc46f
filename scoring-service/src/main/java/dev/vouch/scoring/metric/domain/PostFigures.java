package dev.vouch.scoring.metric.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One post in numbers.
 *
 * @param postKey keyed hash of the post id; the post itself stays with discovery
 * @param likes absent where hidden or never observed
 * @param foreignComments comments of others among those that were seen; absent where no comments were seen
 */
public record PostFigures(
        String postKey,
        Instant publishedAt,
        Instant observedAt,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long views,
        @Nullable String language,
        boolean paidLabel,
        @Nullable Long foreignComments,
        @Nullable Long foreignCommentsAnswered,
        @Nullable Long questions,
        @Nullable Long questionsAnswered) {}
