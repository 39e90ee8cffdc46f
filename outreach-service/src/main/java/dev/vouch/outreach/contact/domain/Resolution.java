package dev.vouch.outreach.contact.domain;

/** What a person decides about a contact that perhaps was delivered. */
public enum Resolution {
    SENT,
    RETRY,
    FAILED
}
