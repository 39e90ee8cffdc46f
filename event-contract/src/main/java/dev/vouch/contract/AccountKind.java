package dev.vouch.contract;

/** Who speaks on an account. */
public enum AccountKind {
    PERSON,
    BRAND,
    UNKNOWN
}
