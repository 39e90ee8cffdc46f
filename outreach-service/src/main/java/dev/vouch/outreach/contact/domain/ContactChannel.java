package dev.vouch.outreach.contact.domain;

/** How a message leaves. */
public enum ContactChannel {
    EMAIL,
    /** A person sends the prepared text on the platform itself. */
    ASSISTED
}
