package dev.vouch.chassis.aggregate;

/** A store that wants its indexes in place before the first request or record arrives. */
public interface PreparedStore {

    /** Repeatable: creates what is missing. */
    void prepare();
}
