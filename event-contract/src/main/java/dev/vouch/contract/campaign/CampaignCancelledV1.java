package dev.vouch.contract.campaign;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The campaign ends before its time: nobody is written to for it any more. */
public record CampaignCancelledV1(
        String campaignId, Instant cancelledAt, @Nullable String reason) implements Event {
    public CampaignCancelledV1 {
        Check.id("campaignId", campaignId);
        Check.required("cancelledAt", cancelledAt);
        Check.optionalCode("reason", reason);
    }
}
