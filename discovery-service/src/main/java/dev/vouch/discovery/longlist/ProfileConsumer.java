package dev.vouch.discovery.longlist;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.Projection;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.event.Received;
import dev.vouch.contract.discovery.InfluencerDelistedV1;
import dev.vouch.contract.discovery.InfluencerErasedV1;
import dev.vouch.contract.discovery.InfluencerUpdatedV1;
import dev.vouch.discovery.longlist.domain.Sighting;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears of our own influencers like everybody else. What it hears is only the trigger to match what is stored, as often as it
 * is told; so it belongs to no document and nothing of it is kept.
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
                .identifiedBy(this::matched)
                .on(InfluencerUpdatedV1.class, (known, received) -> known)
                .on(InfluencerDelistedV1.class, (known, received) -> known)
                .on(InfluencerErasedV1.class, (known, received) -> known);
    }

    @Incoming("profiles")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        triggers.apply(records);
    }

    /** Here an outage only delays, and one influencer who cannot be matched is set aside alone. */
    private Projection.Identified matched(List<Received<?>> batch) {
        var subjects = new LinkedHashSet<String>();
        var withoutDocuments = new LinkedHashMap<Received<?>, List<Reason>>();
        for (var received : batch) {
            subjects.add(received.envelope().subject());
            withoutDocuments.put(received, ONLY_A_TRIGGER);
        }
        matchProfile.match(subjects);
        return new Projection.Identified(Map.of(), withoutDocuments);
    }
}
