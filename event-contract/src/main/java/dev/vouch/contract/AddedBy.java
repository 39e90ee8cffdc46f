package dev.vouch.contract;

/** How an influencer came onto a longlist: the brief matched, or somebody chose. */
public enum AddedBy {
    MATCH,
    HAND,
    UNKNOWN
}
