package dev.vouch.campaign.planning.domain;

/** Inclusive on both sides. */
public record FollowerRange(long min, long max) {

    /** The range in which a recommendation still comes from somebody near. */
    public static final FollowerRange MICRO = new FollowerRange(1_000, 100_000);

    public boolean isPossible() {
        return min >= 0 && min <= max;
    }
}
