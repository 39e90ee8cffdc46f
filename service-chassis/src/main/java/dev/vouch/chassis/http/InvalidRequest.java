package dev.vouch.chassis.http;

import dev.vouch.chassis.http.Problem.Violation;
import java.util.List;

/** The shape of a request is wrong where Bean Validation cannot say so. Answered 400. */
public class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public InvalidRequest(String field, String message) {
        super(field + " " + message);
        violations = List.of(new Violation(field, message));
    }

    List<Violation> violations() {
        return violations;
    }
}
