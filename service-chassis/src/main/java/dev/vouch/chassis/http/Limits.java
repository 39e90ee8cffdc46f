package dev.vouch.chassis.http;

/**
 * Upper bounds for request records, so that {@code @Size(max = Limits.NAME)} says the same everywhere. The body as a whole is
 * bounded by {@code vouch.http.max-body-size}.
 */
public final class Limits {

    /** Items of a page unless asked otherwise, and at most. */
    public static final int PAGE = 50;

    public static final int PAGE_MAX = 200;

    /** An id in a path, query or body. */
    public static final int ID = 200;

    /** A name, title, word or address. */
    public static final int NAME = 200;

    /** A sentence: why somebody did something. */
    public static final int REASON = 1_000;

    /** A message, template or description. */
    public static final int TEXT = 20_000;

    /** Entries of an ordinary list in a body. */
    public static final int LIST = 200;

    private Limits() {}
}
