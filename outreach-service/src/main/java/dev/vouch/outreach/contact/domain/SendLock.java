package dev.vouch.outreach.contact.domain;

import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether messages may leave at all. Set by a restore or a rebuild while no service runs, lifted when the ledger knows what the
 * log knows.
 *
 * @param backupTakenAt of a restore: what was written after that is not in the store
 * @param broughtIn events that the log knew and the ledger did not
 * @param inDoubt contacts that may have gone out after the backup and are now UNKNOWN
 */
public record SendLock(
        Stage stage,
        Cause cause,
        Instant since,
        @Nullable Instant backupTakenAt,
        int broughtIn,
        int inDoubt,
        @Nullable Instant liftedAt) {

    public enum Stage {
        /** The restore has not come to its end; only doing it again helps. */
        HELD,
        CATCHING_UP,
        LIFTED
    }

    public enum Cause {
        RESTORED,
        REBUILT
    }

    public boolean locked() {
        return stage != Stage.LIFTED;
    }

    public Optional<Reason> objection() {
        return Reason.when(locked(), "sending.locked", "cause", cause, "since", since);
    }

    public boolean catchingUp() {
        return stage == Stage.CATCHING_UP;
    }

    public SendLock broughtIn(int more) {
        return new SendLock(stage, cause, since, backupTakenAt, broughtIn + more, inDoubt, liftedAt);
    }

    public SendLock lifted(int doubted, Instant at) {
        return catchingUp()
                ? new SendLock(Stage.LIFTED, cause, since, backupTakenAt, broughtIn, inDoubt + doubted, at)
                : this;
    }
}
