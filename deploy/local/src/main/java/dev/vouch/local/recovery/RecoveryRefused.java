package dev.vouch.local.recovery;

/** It was not done; the message says why and what to do, to a person. */
public final class RecoveryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecoveryRefused(String why) {
        super(why);
    }
}
