package dev.vouch.contract.outreach;

import dev.vouch.contract.Check;
import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.Event;
import java.time.Instant;

/** A message to the influencer left the house. */
public record InfluencerContactedV1(
        String contactId, String campaignId, String influencerId, ContactChannel channel, int touch, Instant sentAt)
        implements Event {
    public InfluencerContactedV1 {
        Check.id("contactId", contactId);
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.required("channel", channel);
        Check.range("touch", touch, 1, 100);
        Check.required("sentAt", sentAt);
    }
}
