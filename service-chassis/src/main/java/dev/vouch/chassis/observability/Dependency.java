package dev.vouch.chassis.observability;

import java.time.Duration;

/** Somebody without whom the service cannot serve. */
interface Dependency {

    String name();

    /** Returns if it answered in time, throws whatever if not. */
    void ask(Duration atMost) throws Exception;
}
