package dev.vouch.contract;

/** How a message leaves or comes in: by mail, or typed by a person into the platform's own window. */
public enum ContactChannel {
    EMAIL,
    ASSISTED,
    UNKNOWN
}
