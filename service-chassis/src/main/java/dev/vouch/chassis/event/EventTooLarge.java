package dev.vouch.chassis.event;

/** An event that no broker would take is refused before the write, or it would block its document for ever. REST answers 422. */
public class EventTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventTooLarge(String type, int bytes, int limit) {
        super(type + " would have " + bytes + " bytes; the limit is " + limit);
    }
}
