package dev.vouch.contract.discovery;

import dev.vouch.contract.AddedBy;
import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An influencer stands on the longlist of a campaign, and the evidence for it. Also published when the evidence
 * changes.
 */
public record LonglistEntryAddedV1(
        String campaignId,
        String influencerId,
        int revision,
        AddedBy addedBy,
        @Nullable String categoryMatched,
        List<TopicEvidence> topics,
        @Nullable String detectedLanguage)
        implements Event {
    public LonglistEntryAddedV1 {
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.range("revision", revision, 0, Integer.MAX_VALUE);
        Check.required("addedBy", addedBy);
        Check.optionalText("categoryMatched", categoryMatched, 100);
        topics = Check.list("topics", topics, 100);
        Check.optionalLanguage("detectedLanguage", detectedLanguage);
    }

    /** One topic word of the brief and where it was found. */
    public record TopicEvidence(String topic, long hits, List<String> postKeys) {
        public TopicEvidence {
            Check.text("topic", topic, 100);
            Check.notNegative("hits", hits);
            postKeys = Check.list("postKeys", postKeys, 100, Check::postKey);
        }
    }
}
