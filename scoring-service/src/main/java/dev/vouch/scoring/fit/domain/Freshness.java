package dev.vouch.scoring.fit.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody still posts there, judged at the newest observation of the account: data that was loaded late is not
 * stale because of that.
 *
 * <p>A few known posts of many are a sample, and the newest of a sample is older than the newest of all: by one part in
 * {@code n + 1} of the time that the sample spans. That much is forgiven.
 *
 * @param days between the newest known post and that observation; absent without any post
 * @param forgivenDays because only few of the posts are known
 */
public record Freshness(@Nullable Long days, long forgivenDays) {

    private static final long FRESH_DAYS = 60;
    private static final long STALE_DAYS = 365;

    /** The time that samples of whole accounts usually span. */
    private static final long SAMPLE_SPAN_DAYS = 730;

    /** Whoever knows this many of the newest posts did not draw them at random. */
    private static final int NO_LONGER_A_SAMPLE = 12;

    public static Freshness of(
            @Nullable Instant newestPost, int knownPosts, @Nullable Long allPosts, Instant observedAt) {
        boolean sample = knownPosts < NO_LONGER_A_SAMPLE && (allPosts == null || allPosts > knownPosts);
        return new Freshness(
                newestPost == null
                        ? null
                        : Math.max(0, Duration.between(newestPost, observedAt).toDays()),
                sample ? SAMPLE_SPAN_DAYS / (knownPosts + 1) : 0);
    }

    /** 1 up to two months, falling to 0 at a year. */
    public double value() {
        if (days == null) {
            return 0;
        }
        double beyond = (double) (days - forgivenDays - FRESH_DAYS) / (STALE_DAYS - FRESH_DAYS);
        return 1 - Math.min(1, Math.max(0, beyond));
    }

    public boolean stale() {
        return days == null || days - forgivenDays > STALE_DAYS;
    }

    /** Of a stale account: 1 where its posts are known or two years have passed, less where only a sample tells so. */
    public double certaintyOfSilence() {
        if (days == null || forgivenDays == 0) {
            return 1;
        }
        return Math.min(1, (double) (days - forgivenDays - STALE_DAYS) / STALE_DAYS);
    }
}
