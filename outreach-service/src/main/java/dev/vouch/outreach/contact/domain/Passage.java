package dev.vouch.outreach.contact.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way of the message out of the house.
 *
 * @param attempts the newest last
 * @param dueAt not before this moment
 * @param holdUp the code of the reason why it did not go when it was due
 * @param stop why it must not be tried again: it was cancelled while an attempt was under way
 * @param sentAt null as long as no delivery is certain
 */
public record Passage(
        List<Attempt> attempts,
        Instant dueAt,
        @Nullable String holdUp,
        @Nullable String stop,
        @Nullable Instant sentAt) {

    public Passage {
        attempts = List.copyOf(attempts);
    }

    static Passage dueFrom(Instant at) {
        return new Passage(List.of(), at, null, null, null);
    }

    Optional<Attempt> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
    }

    boolean heldBy(String token) {
        return last().filter(attempt -> attempt.token().equals(token)).isPresent();
    }

    Optional<Attempt> attempt(String token) {
        return attempts.stream().filter(each -> each.token().equals(token)).findFirst();
    }

    /** A dot may have been sent in some attempt, and nobody refused it. */
    boolean perhapsDelivered() {
        return sentAt != null || attempts.stream().anyMatch(Attempt::perhapsDelivered);
    }

    boolean perhapsUnderWay() {
        return attempts.stream().anyMatch(Attempt::perhapsUnderWay);
    }

    Passage claimed(String token, String by, Instant at) {
        var more = new ArrayList<>(attempts);
        more.add(new Attempt(attempts.size() + 1, token, by, at, null, null, null));
        return new Passage(more, dueAt, null, stop, sentAt);
    }

    Passage committed(String token, Instant at) {
        return replacing(token, attempt -> attempt.committed(at));
    }

    Passage answered(String token, String answer) {
        return replacing(token, attempt -> attempt.answered(answer));
    }

    Passage refused(String token, String answer) {
        return replacing(token, attempt -> attempt.refused(answer));
    }

    Passage delivered(String token, String answer) {
        return replacing(token, attempt -> attempt.delivered(answer));
    }

    /** An answer proves it, whichever attempt it was. */
    Passage arrived(Instant at) {
        var proved = attempts.stream()
                .map(attempt -> attempt.perhapsUnderWay() ? attempt.delivered("answered by the person") : attempt)
                .toList();
        return new Passage(proved, dueAt, null, stop, sentAt == null ? at : sentAt);
    }

    Passage due(Instant at, @Nullable String why) {
        return new Passage(attempts, at, why, stop, sentAt);
    }

    /** A shortlist may name the person again; whatever else stopped it stays. */
    Passage stopped(String why) {
        return new Passage(
                attempts, dueAt, holdUp, stop == null || stop.equals(Contact.NOT_IN_PLAN) ? why : stop, sentAt);
    }

    Passage goingOn() {
        return new Passage(attempts, dueAt, holdUp, null, sentAt);
    }

    Passage sent(Instant at) {
        return new Passage(attempts, dueAt, null, stop, sentAt == null ? at : sentAt);
    }

    private Passage replacing(String token, UnaryOperator<Attempt> change) {
        var changed = attempts.stream()
                .map(attempt -> attempt.token().equals(token) ? change.apply(attempt) : attempt)
                .toList();
        return new Passage(changed, dueAt, holdUp, stop, sentAt);
    }
}
