package dev.vouch.campaign.kpi.domain;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One cumulative figure as somebody read it. Of two readings the newer counts, of two at the same time the greater event id. */
public record Reading(long value, Instant observedAt, String eventId) {

    private static final Comparator<Reading> AGE =
            Comparator.comparing(Reading::observedAt).thenComparing(Reading::eventId);

    static @Nullable Reading newer(@Nullable Reading one, @Nullable Reading other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return AGE.compare(one, other) >= 0 ? one : other;
    }
}
