package dev.vouch.contract.discovery;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.time.Instant;

/** Everything about the person has to go. The id remains as a tombstone and never comes back. */
public record InfluencerErasedV1(String influencerId, Instant erasedAt) implements Event {
    public InfluencerErasedV1 {
        Check.influencerId("influencerId", influencerId);
        Check.required("erasedAt", erasedAt);
    }
}
