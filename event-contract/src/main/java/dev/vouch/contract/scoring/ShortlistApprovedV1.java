package dev.vouch.contract.scoring;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.time.Instant;
import java.util.List;

/**
 * A person approved the complete list: outreach may prepare its contacts, campaign may agree fees. It replaces every
 * earlier list.
 */
public record ShortlistApprovedV1(
        String campaignId, int revision, String approvedBy, Instant approvedAt, String currency, List<Entry> entries)
        implements Event {
    public ShortlistApprovedV1 {
        Check.id("campaignId", campaignId);
        Check.range("revision", revision, 0, Integer.MAX_VALUE);
        Check.text("approvedBy", approvedBy, 200);
        Check.required("approvedAt", approvedAt);
        Check.currency("currency", currency);
        entries = Check.list("entries", entries, 500);
    }

    /** One approved influencer. */
    public record Entry(String influencerId, double score, long feeCeilingMinorUnits) {
        public Entry {
            Check.influencerId("influencerId", influencerId);
            Check.range("score", score, 0.0, 100.0);
            Check.notNegative("feeCeilingMinorUnits", feeCeilingMinorUnits);
        }
    }
}
