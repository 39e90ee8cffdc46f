package dev.vouch.contract.outreach;

import dev.vouch.contract.Check;
import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The influencer wants to work with the brand. */
public record InfluencerAcceptedV1(
        String contactId,
        String campaignId,
        String influencerId,
        ContactChannel channel,
        int touch,
        Instant acceptedAt,
        @Nullable Long askedFeeMinorUnits,
        @Nullable String currency)
        implements Event {
    public InfluencerAcceptedV1 {
        Check.id("contactId", contactId);
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.required("channel", channel);
        Check.range("touch", touch, 1, 100);
        Check.required("acceptedAt", acceptedAt);
        Check.optionalNotNegative("askedFeeMinorUnits", askedFeeMinorUnits);
        Check.optionalCurrency("currency", currency);
    }
}
