package dev.vouch.campaign.kpi.domain;

import org.jspecify.annotations.Nullable;

/**
 * A sum and how many observations stand behind it. A sum of no observation is unknown, not 0.
 */
public record Tally(long sum, long observations) {

    public static final Tally NONE = new Tally(0, 0);

    static Tally of(@Nullable Reading reading) {
        return reading == null ? NONE : new Tally(reading.value(), 1);
    }

    static Tally of(long value) {
        return new Tally(value, 1);
    }

    Tally plus(Tally other) {
        return new Tally(Math.addExact(sum, other.sum), observations + other.observations);
    }

    public boolean isKnown() {
        return observations > 0;
    }

    public @Nullable Long orNull() {
        return isKnown() ? sum : null;
    }
}
