package dev.vouch.chassis.deadletter;

/** Thrown by a replay whose record would be set aside again. */
public final class StillUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason as {@link DeadLetter#reason} */
    public StillUnusable(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
