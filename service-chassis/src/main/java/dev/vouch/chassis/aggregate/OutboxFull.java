package dev.vouch.chassis.aggregate;

/** The document's earlier events are not published yet; taking more would let it grow without a bound. REST answers 503. */
public class OutboxFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutboxFull(String id, int waiting) {
        super(id + " has " + waiting + " events waiting for the broker");
    }
}
