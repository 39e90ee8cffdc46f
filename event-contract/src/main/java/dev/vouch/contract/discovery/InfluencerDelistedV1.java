package dev.vouch.contract.discovery;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.time.Instant;

/** The profile is gone from the platform, or asked not to be listed. A later observation may bring it back. */
public record InfluencerDelistedV1(String influencerId, Instant observedAt, String reason) implements Event {
    public InfluencerDelistedV1 {
        Check.influencerId("influencerId", influencerId);
        Check.required("observedAt", observedAt);
        Check.code("reason", reason);
    }
}
