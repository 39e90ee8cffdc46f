package dev.vouch.contract.campaign;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something was bought, and the campaign has a share in it. */
public record ConversionRecordedV1(
        String campaignId,
        String conversionId,
        @Nullable String influencerId,
        Instant occurredAt,
        long revenueMinorUnits,
        String currency)
        implements Event {
    public ConversionRecordedV1 {
        Check.id("campaignId", campaignId);
        Check.text("conversionId", conversionId, 200);
        Check.optionalInfluencerId("influencerId", influencerId);
        Check.required("occurredAt", occurredAt);
        Check.notNegative("revenueMinorUnits", revenueMinorUnits);
        Check.currency("currency", currency);
    }
}
