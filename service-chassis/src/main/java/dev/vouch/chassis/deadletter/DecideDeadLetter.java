package dev.vouch.chassis.deadletter;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import jakarta.inject.Singleton;
import java.time.Clock;

/** A person says what becomes of a letter. The record first, the verdict then: a crash between leaves the letter open. */
@Singleton
class DecideDeadLetter {

    private final VerdictStore verdicts;
    private final Replay replay;
    private final Clock clock;

    DecideDeadLetter(VerdictStore verdicts, Replay replay, Clock clock) {
        this.verdicts = verdicts;
        this.replay = replay;
        this.clock = clock;
    }

    Decision<Versioned<Verdict>> replay(DeadLetterTopics.Placed placed, Command command, String reason) {
        if (!isReplayed(placed.id())) {
            try {
                replay.replay(placed.id().channel(), placed.letter());
            } catch (StillUnusable unusable) {
                return Decision.refused(Reason.of(
                        "dead-letter.still-unusable",
                        "reason",
                        unusable.reason(),
                        "detail",
                        String.valueOf(unusable.getMessage())));
            }
        }
        return decide(placed.id(), Verdict.Kind.REPLAYED, command, reason);
    }

    Decision<Versioned<Verdict>> discard(DeadLetterTopics.Placed placed, Command command, String reason) {
        return decide(placed.id(), Verdict.Kind.DISCARDED, command, reason);
    }

    private boolean isReplayed(LetterId id) {
        return verdicts.find(id.toString())
                .filter(verdict -> verdict.state().kind() == Verdict.Kind.REPLAYED)
                .isPresent();
    }

    private Decision<Versioned<Verdict>> decide(LetterId id, Verdict.Kind kind, Command command, String reason) {
        var wanted = new Verdict(kind, command.actor(), reason, clock.instant());
        return verdicts.upsert(
                id.toString(),
                command.because(reason),
                earlier -> Verdict.revise(earlier, wanted),
                Announcement.none());
    }
}
