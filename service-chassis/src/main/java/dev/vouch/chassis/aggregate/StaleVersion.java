package dev.vouch.chassis.aggregate;

/** Somebody changed the document since the caller read it. REST answers 412. */
public class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleVersion(String id, long expected, long actual) {
        super(id + " is at version " + actual + ", not " + expected);
    }
}
