package dev.vouch.local.play;

/** The played people cannot go on; the message says why, for the person in front of the console. */
public final class NotPlayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPlayed(String why) {
        super(why);
    }
}
