package dev.vouch.chassis.event;

import dev.vouch.contract.Event;

/** A checked event with its envelope. */
public record Received<E extends Event>(Envelope envelope, E event) {}
