package dev.vouch.contract.outreach;

import dev.vouch.contract.Check;
import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.Event;
import java.time.Instant;

/** The message could not be delivered. */
public record ContactBouncedV1(
        String contactId, String campaignId, String influencerId, ContactChannel channel, int touch, Instant bouncedAt)
        implements Event {
    public ContactBouncedV1 {
        Check.id("contactId", contactId);
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.required("channel", channel);
        Check.range("touch", touch, 1, 100);
        Check.required("bouncedAt", bouncedAt);
    }
}
