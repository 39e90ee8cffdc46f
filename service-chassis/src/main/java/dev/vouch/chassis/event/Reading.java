package dev.vouch.chassis.event;

import org.jspecify.annotations.Nullable;

/** What a record on a topic turned out to be. */
public sealed interface Reading {

    record Known(Received<?> received) implements Reading {}

    /** A type that this consumer does not handle, perhaps of the future: skipped and counted, but its sequence counts. */
    record Unhandled(Envelope envelope) implements Reading {}

    /**
     * No event, or one that breaks its schema.
     *
     * @param reason stable, for headers and metrics: {@code envelope}, {@code json}, {@code schema}
     * @param detail what exactly is wrong, for a person
     * @param envelope when at least that was readable
     */
    record Invalid(String reason, String detail, @Nullable Envelope envelope) implements Reading {}
}
