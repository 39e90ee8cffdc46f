package dev.vouch.chassis.event;

import dev.vouch.contract.Event;

/** A checked event with its envelope. A delivery equals only itself: the same event told twice is two of them. */
public record Received<E extends Event>(Envelope envelope, E event) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
