package dev.vouch.scoring.benchmark.domain;

/**
 * A range of follower counts whose accounts are compared with each other.
 *
 * @param id e.g. {@code 10k-25k}
 * @param to first count that no longer belongs to it
 */
public record Tier(String id, long from, long to) {

    public boolean holds(long followers) {
        return from <= followers && followers < to;
    }
}
