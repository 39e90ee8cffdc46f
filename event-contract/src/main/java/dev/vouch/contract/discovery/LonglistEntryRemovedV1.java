package dev.vouch.contract.discovery;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;

/** An influencer no longer stands on the longlist of a campaign. */
public record LonglistEntryRemovedV1(String campaignId, String influencerId, int revision, String reason)
        implements Event {
    public LonglistEntryRemovedV1 {
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.range("revision", revision, 0, Integer.MAX_VALUE);
        Check.code("reason", reason);
    }
}
