package dev.vouch.contract.scoring;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.util.List;

/** The set that is worth the budget, as the rules propose it. A person decides. */
public record ShortlistProposedV1(
        String campaignId, int revision, String currency, long feesMinorUnits, List<Entry> entries) implements Event {
    public ShortlistProposedV1 {
        Check.id("campaignId", campaignId);
        Check.range("revision", revision, 0, Integer.MAX_VALUE);
        Check.currency("currency", currency);
        Check.notNegative("feesMinorUnits", feesMinorUnits);
        entries = Check.list("entries", entries, 500);
    }

    /** One proposed influencer. */
    public record Entry(String influencerId, int rank, double score, long feeCeilingMinorUnits) {
        public Entry {
            Check.influencerId("influencerId", influencerId);
            Check.range("rank", rank, 1, 500);
            Check.range("score", score, 0.0, 100.0);
            Check.notNegative("feeCeilingMinorUnits", feeCeilingMinorUnits);
        }
    }
}
