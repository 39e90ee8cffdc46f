package dev.vouch.contract.campaign;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import dev.vouch.contract.PostKind;
import java.time.Instant;
import java.util.List;

/** Both sides agreed: the influencer works for the campaign, and the fee is reserved. */
public record InfluencerAssignedV1(
        String collaborationId,
        String campaignId,
        String influencerId,
        String contactId,
        long feeMinorUnits,
        String currency,
        List<Deliverable> deliverables,
        Instant agreedAt)
        implements Event {
    public InfluencerAssignedV1 {
        Check.id("collaborationId", collaborationId);
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.id("contactId", contactId);
        Check.notNegative("feeMinorUnits", feeMinorUnits);
        Check.currency("currency", currency);
        deliverables = Check.list("deliverables", deliverables, 50);
        Check.required("agreedAt", agreedAt);
    }

    /** Posts of one kind. */
    public record Deliverable(PostKind kind, int count) {
        public Deliverable {
            Check.required("kind", kind);
            Check.range("count", count, 1, 1000);
        }
    }
}
