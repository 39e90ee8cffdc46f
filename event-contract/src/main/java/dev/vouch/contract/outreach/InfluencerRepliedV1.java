package dev.vouch.contract.outreach;

import dev.vouch.contract.Check;
import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.Event;
import dev.vouch.contract.ReplyMeaning;
import java.time.Instant;

/** The influencer, or the influencer's mailbox, answered. What the answer says stays in outreach. */
public record InfluencerRepliedV1(
        String contactId,
        String campaignId,
        String influencerId,
        ContactChannel channel,
        int touch,
        String replyId,
        Instant receivedAt,
        ReplyMeaning meaning)
        implements Event {
    public InfluencerRepliedV1 {
        Check.id("contactId", contactId);
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.required("channel", channel);
        Check.range("touch", touch, 1, 100);
        Check.id("replyId", replyId);
        Check.required("receivedAt", receivedAt);
        Check.required("meaning", meaning);
    }
}
