package dev.vouch.contract.scoring;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;

/** An influencer stands on the shortlist of a campaign. */
public record InfluencerShortlistedV1(
        String campaignId, String influencerId, int rank, double score, long feeCeilingMinorUnits, int revision)
        implements Event {
    public InfluencerShortlistedV1 {
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.range("rank", rank, 1, 500);
        Check.range("score", score, 0.0, 100.0);
        Check.notNegative("feeCeilingMinorUnits", feeCeilingMinorUnits);
        Check.range("revision", revision, 0, Integer.MAX_VALUE);
    }
}
