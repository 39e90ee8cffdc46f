package dev.vouch.chassis.aggregate;

/** The same {@code Idempotency-Key} came again with another body. REST answers 422. */
public class IdempotencyConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IdempotencyConflict(String key) {
        super("idempotency key " + key + " was used with another request before");
    }
}
