package dev.vouch.contract.campaign;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.time.Instant;

/** The collaboration is over, done or given up. */
public record CollaborationEndedV1(
        String collaborationId, String campaignId, String influencerId, Instant endedAt, String reason)
        implements Event {
    public CollaborationEndedV1 {
        Check.id("collaborationId", collaborationId);
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.required("endedAt", endedAt);
        Check.code("reason", reason);
    }
}
