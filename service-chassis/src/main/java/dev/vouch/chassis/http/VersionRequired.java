package dev.vouch.chassis.http;

/** An edit without {@code If-Match} could undo what somebody else just wrote. Answered 428. */
class VersionRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
