package dev.vouch.discovery.profile.domain;

import java.time.Instant;
import java.util.Comparator;

/**
 * When a value was seen, and by which observation.
 *
 * @param observedAt to the millisecond, as the store keeps it
 * @param eventId decides between two observations of one moment, so that every order of arrival ends alike
 * @param byHand what a person entered outranks whatever was read
 */
public record Stamp(Instant observedAt, String eventId, boolean byHand) implements Comparable<Stamp> {

    private static final Comparator<Stamp> ORDER =
            Comparator.comparing(Stamp::byHand).thenComparing(Stamp::observedAt).thenComparing(Stamp::eventId);

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
