package dev.vouch.outreach.suppression.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person, by influencer id or by address, as far as "may we write?" is concerned. Two instances that want to write to the
 * same person meet here.
 *
 * @param suppressed whether {@code suppression} is there; stored for the index of the list
 * @param holder the conversation (campaign and influencer) that claimed the person last and may go on before
 *     {@code nextAllowedAt}; null after an answer or a release
 * @param token of the claim that wrote last: only that claim may release it
 * @param allowedBefore what {@code nextAllowedAt} was before the claim, for its release
 */
public record PersonGuard(
        boolean suppressed,
        @Nullable Suppression suppression,
        Instant nextAllowedAt,
        @Nullable String holder,
        @Nullable String token,
        Instant allowedBefore) {

    public static final PersonGuard OPEN = new PersonGuard(false, null, Instant.EPOCH, null, null, Instant.EPOCH);

    public boolean heldBy(String conversation) {
        return conversation.equals(holder);
    }

    public Decision<PersonGuard> claimed(String by, String with, Instant at, Duration quietPeriod) {
        if (suppressed) {
            return Decision.refused(Reason.of("contact.suppressed"));
        }
        var held = heldBy(by);
        if (!held && at.isBefore(nextAllowedAt)) {
            return Decision.refused(Reason.of("contact.too-soon", "allowedFrom", nextAllowedAt));
        }
        return Decision.accepted(
                new PersonGuard(false, null, at.plus(quietPeriod), by, with, held ? allowedBefore : nextAllowedAt));
    }

    /** After a restore: a message of this conversation left at that time, and the claim for it is lost. */
    public PersonGuard writtenTo(String by, Instant at, Duration quietPeriod) {
        var until = at.plus(quietPeriod);
        return until.isAfter(nextAllowedAt) ? new PersonGuard(suppressed, suppression, until, by, null, until) : this;
    }

    /** After a definite failure; without effect if another attempt claimed since. */
    public PersonGuard released(String by, String with) {
        return heldBy(by) && with.equals(token)
                ? new PersonGuard(suppressed, suppression, allowedBefore, null, null, allowedBefore)
                : this;
    }

    /** The person wrote back: no further touch of any campaign until the quiet period is over. */
    public PersonGuard answered(Instant at, Duration quietPeriod) {
        var until = at.plus(quietPeriod);
        return new PersonGuard(
                suppressed,
                suppression,
                until.isAfter(nextAllowedAt) ? until : nextAllowedAt,
                null,
                null,
                allowedBefore);
    }

    public PersonGuard suppressed(Suppression why) {
        return suppressed ? this : new PersonGuard(true, why, nextAllowedAt, holder, token, allowedBefore);
    }

    public PersonGuard lifted() {
        return new PersonGuard(false, null, nextAllowedAt, holder, token, allowedBefore);
    }
}
