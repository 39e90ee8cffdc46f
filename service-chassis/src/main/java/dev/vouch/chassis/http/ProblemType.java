package dev.vouch.chassis.http;

import java.net.URI;
import java.util.Locale;

/** The kinds of problem that have a stable name. Any other status is told with {@code about:blank}, as RFC 9457 asks. */
public enum ProblemType {
    INVALID_REQUEST(400, "The request is not valid"),
    UNAUTHENTICATED(401, "A valid token is needed"),
    FORBIDDEN(403, "Your role does not allow this"),
    NOT_FOUND(404, "There is no such thing"),
    REFUSED(409, "The rules refuse this"),
    STALE_VERSION(412, "Somebody changed it since you read it"),
    BODY_TOO_LARGE(413, "The body is too large"),
    IDEMPOTENCY_CONFLICT(422, "The idempotency key was used with another request"),
    EVENT_TOO_LARGE(422, "The change is too large to be told"),
    VERSION_REQUIRED(428, "State the version that you change"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    OUTBOX_FULL(503, "Earlier changes are still being told"),
    UNAVAILABLE(503, "A part of the system is away");

    private static final String BASE = "https://vouch.dev/problems/";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    URI uri() {
        return URI.create(BASE + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
