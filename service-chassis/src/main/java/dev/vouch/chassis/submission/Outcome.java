package dev.vouch.chassis.submission;

import dev.vouch.chassis.decision.Reason;
import java.util.List;

/** What became of one observation. */
public record Outcome(Kind kind, List<Reason> reasons) {

    public enum Kind {
        /** It made something new. */
        CREATED,
        /** It changed what was there. */
        CHANGED,
        /** Nothing new in it. */
        UNCHANGED,
        /** Readable, but against a rule; the reasons say which. */
        REFUSED,
        /** Not readable; it lies on the dead letter topic. */
        DEAD_LETTERED
    }

    public static final Outcome CREATED = new Outcome(Kind.CREATED, List.of());
    public static final Outcome CHANGED = new Outcome(Kind.CHANGED, List.of());
    public static final Outcome UNCHANGED = new Outcome(Kind.UNCHANGED, List.of());

    public Outcome {
        reasons = List.copyOf(reasons);
    }

    public static Outcome refused(List<Reason> reasons) {
        return new Outcome(Kind.REFUSED, reasons);
    }

    public static Outcome deadLettered(String reason, String detail) {
        return new Outcome(Kind.DEAD_LETTERED, List.of(Reason.of("submission." + reason, "detail", detail)));
    }
}
