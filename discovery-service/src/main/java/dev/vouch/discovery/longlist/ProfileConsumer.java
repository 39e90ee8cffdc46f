package dev.vouch.discovery.longlist;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.Projection;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.event.Received;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.contract.discovery.InfluencerDelistedV1;
import dev.vouch.contract.discovery.InfluencerUpdatedV1;
import dev.vouch.discovery.longlist.domain.Sighting;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of our own influencers like everybody else. What it hears is only the trigger to match what is stored, so it belongs to
 * no document and nothing of it is kept.
 */
@Singleton
class ProfileConsumer {

    private static final List<Reason> ONLY_A_TRIGGER = List.of(Reason.of("matching.only-a-trigger"));

    private final Projection<Sighting> triggers;
    private final MatchProfile matchProfile;

    ProfileConsumer(Consumers consumers, SightingStore store, MatchProfile matchProfile) {
        this.matchProfile = matchProfile;
        triggers = consumers
                .channel("profiles")
                .projection(store)
                .identifiedBy(ProfileConsumer::withoutDocuments)
                .on(InfluencerUpdatedV1.class, (known, received) -> known)
                .on(InfluencerDelistedV1.class, (known, received) -> known)
                .outcomes(this::match);
    }

    @Incoming("profiles")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        triggers.apply(records);
    }

    private static Projection.Identified withoutDocuments(List<Received<?>> batch) {
        var refused = new HashMap<Received<?>, List<Reason>>();
        batch.forEach(received -> refused.put(received, ONLY_A_TRIGGER));
        return new Projection.Identified(Map.of(), refused);
    }

    private void match(Map<Received<?>, Outcome> heard) {
        matchProfile.match(heard.keySet().stream()
                .map(received -> received.envelope().subject())
                .distinct()
                .toList());
    }
}
