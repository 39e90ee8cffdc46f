package dev.vouch.contract.campaign;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.time.Instant;

/** The campaign is over and its figures are final. */
public record CampaignCompletedV1(String campaignId, Instant completedAt) implements Event {
    public CampaignCompletedV1 {
        Check.id("campaignId", campaignId);
        Check.required("completedAt", completedAt);
    }
}
