package dev.vouch.scoring.candidate.domain;

import org.jspecify.annotations.Nullable;

/**
 * What scoring knows of a campaign. Brief and longlist come from two services and in any order.
 *
 * @param brief absent until the launch was heard
 * @param longlist absent until a longlist was complete
 * @param snapshotId the benchmarks by which all candidates of this longlist are judged
 */
public record Campaign(
        String campaignId,
        Phase phase,
        @Nullable Brief brief,
        long budgetMinorUnits,
        @Nullable String currency,
        int shortlistSize,
        @Nullable Longlist longlist,
        @Nullable String snapshotId) {

    public enum Phase {
        /** Heard of, not yet launched. */
        ANNOUNCED,
        OPEN,
        CLOSED
    }

    /** @param count how many subjects this revision had, removed ones included */
    public record Longlist(int revision, long count) {}

    public static Campaign unknown(String campaignId) {
        return new Campaign(campaignId, Phase.ANNOUNCED, null, 0, null, 0, null, null);
    }

    public Campaign launched(Brief set, long budget, String inCurrency, int size) {
        return new Campaign(campaignId, Phase.OPEN, set, budget, inCurrency, size, longlist, snapshotId);
    }

    public Campaign closed() {
        return new Campaign(
                campaignId, Phase.CLOSED, brief, budgetMinorUnits, currency, shortlistSize, longlist, snapshotId);
    }

    /** A new longlist is judged by the benchmarks of its own time. */
    public Campaign longlisted(Longlist complete) {
        return complete.equals(longlist)
                ? this
                : new Campaign(campaignId, phase, brief, budgetMinorUnits, currency, shortlistSize, complete, null);
    }

    public Campaign judgedBy(String snapshot) {
        return new Campaign(campaignId, phase, brief, budgetMinorUnits, currency, shortlistSize, longlist, snapshot);
    }

    /** Candidates can be scored: the brief is there, and the longlist has been gone through to its end. */
    public boolean ready() {
        return phase == Phase.OPEN && brief != null && longlist != null;
    }
}
