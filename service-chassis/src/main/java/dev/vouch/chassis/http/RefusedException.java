package dev.vouch.chassis.http;

import dev.vouch.chassis.decision.Reason;
import java.util.List;

/** Carries the domain's refusal out of a resource. Answered 409 with a sentence for every reason. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    public RefusedException(List<Reason> reasons) {
        super(reasons.stream().map(Reason::code).toList().toString());
        this.reasons = List.copyOf(reasons);
    }

    List<Reason> reasons() {
        return reasons;
    }
}
