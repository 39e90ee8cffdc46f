package dev.vouch.chassis.http;

import java.io.IOException;

/** The body did not come to its end: the sender went away, or sent what is no chunk. */
class BodyBroken extends IOException {

    private static final long serialVersionUID = 1L;

    BodyBroken(IOException cause) {
        super(cause);
    }
}
