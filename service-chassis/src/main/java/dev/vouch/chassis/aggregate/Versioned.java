package dev.vouch.chassis.aggregate;

/**
 * A stored state with the version under which it was read.
 *
 * @param version counts the document's commits from 1; the {@code ETag} of REST
 */
public record Versioned<T>(String id, long version, T state) {}
