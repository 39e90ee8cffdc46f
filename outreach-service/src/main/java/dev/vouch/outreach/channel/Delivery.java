package dev.vouch.outreach.channel;

/**
 * What became of a message that was handed over.
 *
 * @param answer the mail server's words, or what happened instead; never the message itself
 */
public record Delivery(Kind kind, String answer) {

    public enum Kind {
        /** The server took it. */
        ACCEPTED,
        /** Certainly not delivered, may be tried again. */
        REFUSED_FOR_NOW,
        /** Certainly not delivered, and no use in trying again. */
        REFUSED_FOR_GOOD,
        /** The dot was sent and nobody answered. */
        UNANSWERED
    }
}
