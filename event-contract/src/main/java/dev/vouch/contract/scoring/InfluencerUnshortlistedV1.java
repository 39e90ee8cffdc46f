package dev.vouch.contract.scoring;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;

/** An influencer no longer stands on the shortlist of a campaign. */
public record InfluencerUnshortlistedV1(String campaignId, String influencerId, int revision, String reason)
        implements Event {
    public InfluencerUnshortlistedV1 {
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.range("revision", revision, 0, Integer.MAX_VALUE);
        Check.code("reason", reason);
    }
}
