package dev.vouch.outreach.contact.domain;

/** What an incoming message says. */
public enum Meaning {
    ACCEPTED,
    DECLINED,
    QUESTION,
    OPT_OUT,
    AUTOMATIC,
    BOUNCE,
    OTHER;

    /** A person wrote, and not a machine. */
    public boolean fromPerson() {
        return this != AUTOMATIC && this != BOUNCE;
    }

    /** Answers the question that the campaign asked. */
    public boolean concludes() {
        return this == ACCEPTED || this == DECLINED || this == OPT_OUT;
    }
}
