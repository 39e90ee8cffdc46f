package dev.vouch.chassis.http;

import java.io.IOException;

/** Answered 413. An {@link IOException}, because a JSON parser hands those through as they are. */
class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLarge(long limit) {
        this.limit = limit;
    }

    long limit() {
        return limit;
    }
}
