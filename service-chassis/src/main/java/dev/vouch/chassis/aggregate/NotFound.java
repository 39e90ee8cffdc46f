package dev.vouch.chassis.aggregate;

/** There is no such document, or it is not there yet. REST answers 404. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what the kind of thing in the plural, as the REST path says it, e.g. {@code campaigns} */
    public NotFound(String what, String id) {
        super("no " + id + " in " + what);
    }
}
