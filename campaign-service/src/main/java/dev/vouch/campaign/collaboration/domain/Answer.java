package dev.vouch.campaign.collaboration.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the person behind one contact said last.
 *
 * @param unheeded true until the collaboration knows of it
 */
public record Answer(
        String contactId,
        String campaignId,
        String influencerId,
        Meaning meaning,
        @Nullable Long askedFeeMinorUnits,
        @Nullable String currency,
        Instant at,
        boolean unheeded) {

    public enum Meaning {
        ACCEPTED(""),
        DECLINED("influencer.declined"),
        BOUNCED("contact.bounced"),
        OPTED_OUT("contact.opted-out");

        private final String endCode;

        Meaning(String endCode) {
            this.endCode = endCode;
        }

        /** Why a collaboration ends with this answer. */
        public String endCode() {
            return endCode;
        }
    }

    public Answer heeded() {
        return new Answer(contactId, campaignId, influencerId, meaning, askedFeeMinorUnits, currency, at, false);
    }
}
