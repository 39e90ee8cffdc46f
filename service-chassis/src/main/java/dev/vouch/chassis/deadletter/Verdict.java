package dev.vouch.chassis.deadletter;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an administrator decided on a dead letter; who, why and when is also kept in the document's history. */
public record Verdict(Kind kind, String actor, String reason, Instant at) {

    public enum Kind {
        /** Given to its consumer again, which took it. */
        REPLAYED,
        /** Of no use; a later replay may still revise it. */
        DISCARDED
    }

    /** Repeating a verdict changes nothing; what was replayed cannot be unsaid. */
    static Decision<Verdict> revise(@Nullable Verdict earlier, Verdict wanted) {
        if (earlier != null && earlier.kind == wanted.kind) {
            return Decision.accepted(earlier);
        }
        return earlier != null && earlier.kind == Kind.REPLAYED
                ? Decision.refused(Reason.of("dead-letter.replayed-already"))
                : Decision.accepted(wanted);
    }
}
