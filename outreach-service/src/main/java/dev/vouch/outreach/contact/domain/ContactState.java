package dev.vouch.outreach.contact.domain;

/** Where one planned message stands. Nothing leads back from COMMITTING into the queue except a definite refusal. */
public enum ContactState {
    /** Waits for its card, its basis, its approval or its turn. */
    PLANNED,
    /** An instance is about to send it; anybody may still take it away. */
    CLAIMED,
    /** The final dot may be out, or a person holds the prepared text. Nobody else may send it. */
    COMMITTING,
    SENT,
    /** Certainly not delivered by the last attempt, or a person decided so; waits for its next turn. */
    RETRY,
    /** Certainly not delivered, and no further attempt. */
    FAILED,
    /** Perhaps delivered: a person decides, with the evidence of the attempts. */
    UNKNOWN,
    CANCELLED
}
