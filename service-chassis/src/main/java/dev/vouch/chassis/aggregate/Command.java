package dev.vouch.chassis.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * Who changes a document, and on what condition.
 *
 * @param actor the person or service, as its token names it; for timers and consumers their own name
 * @param expectedVersion from {@code If-Match}; null means whatever version is there
 * @param repeatable from {@code Idempotency-Key}; null means that every call is a new one
 * @param reason why, in the actor's words; kept in the document's history
 */
public record Command(
        String actor,
        @Nullable Long expectedVersion,
        @Nullable Repeatable repeatable,
        @Nullable String reason) {

    /** @param bodyHash tells the same request from another one under the same key */
    public record Repeatable(String key, String bodyHash) {}

    public static Command bySystem(String name) {
        return new Command(name, null, null, null);
    }

    public Command because(@Nullable String why) {
        return new Command(actor, expectedVersion, repeatable, why);
    }

    /** For a second document of the same request: its version and key belong to the first. */
    public Command withoutConditions() {
        return new Command(actor, null, null, reason);
    }
}
