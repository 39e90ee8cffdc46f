package dev.vouch.contract;

/** The form of a post. */
public enum PostKind {
    IMAGE,
    CAROUSEL,
    REEL,
    VIDEO,
    SHORT,
    STORY,
    UNKNOWN
}
