package dev.vouch.contract.outreach;

import dev.vouch.contract.Check;
import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.Event;
import java.time.Instant;

/** The influencer does not want to work with the brand on this campaign. */
public record InfluencerDeclinedV1(
        String contactId, String campaignId, String influencerId, ContactChannel channel, int touch, Instant declinedAt)
        implements Event {
    public InfluencerDeclinedV1 {
        Check.id("contactId", contactId);
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.required("channel", channel);
        Check.range("touch", touch, 1, 100);
        Check.required("declinedAt", declinedAt);
    }
}
