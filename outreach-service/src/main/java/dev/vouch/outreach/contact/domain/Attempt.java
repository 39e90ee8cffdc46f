package dev.vouch.outreach.contact.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to send: the evidence of what may have left the house.
 *
 * @param token the fence: only who holds it may go on with this attempt
 * @param committedAt when the last step before the dot was won; null means that no dot was sent
 * @param outcome null as long as it is not certain
 * @param answer what the mail server or a person said, or why there is no answer
 */
public record Attempt(
        int number,
        String token,
        String by,
        Instant claimedAt,
        @Nullable Instant committedAt,
        @Nullable Outcome outcome,
        @Nullable String answer) {

    public enum Outcome {
        DELIVERED,
        REFUSED
    }

    boolean perhapsDelivered() {
        return committedAt != null && outcome != Outcome.REFUSED;
    }

    boolean perhapsUnderWay() {
        return committedAt != null && outcome == null;
    }

    Attempt committed(Instant at) {
        return new Attempt(number, token, by, claimedAt, at, outcome, answer);
    }

    Attempt answered(String what) {
        return new Attempt(number, token, by, claimedAt, committedAt, outcome, what);
    }

    Attempt refused(String what) {
        return new Attempt(number, token, by, claimedAt, committedAt, Outcome.REFUSED, what);
    }

    Attempt delivered(String what) {
        return new Attempt(number, token, by, claimedAt, committedAt, Outcome.DELIVERED, what);
    }
}
