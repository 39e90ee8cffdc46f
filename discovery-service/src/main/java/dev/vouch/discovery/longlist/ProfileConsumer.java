package dev.vouch.discovery.longlist;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.Projection;
import dev.vouch.contract.discovery.InfluencerDelistedV1;
import dev.vouch.contract.discovery.InfluencerErasedV1;
import dev.vouch.contract.discovery.InfluencerUpdatedV1;
import dev.vouch.discovery.longlist.domain.Sighting;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of our own influencers like everybody else; what it hears is only the trigger to match what is stored. */
@Singleton
class ProfileConsumer {

    private final Projection<Sighting> sightings;

    ProfileConsumer(Consumers consumers, SightingStore store, MatchProfile matchProfile) {
        sightings = consumers
                .channel("profiles")
                .projection(store)
                .on(
                        InfluencerUpdatedV1.class,
                        (known, received) -> new Sighting(received.event().observedAt()))
                .on(
                        InfluencerDelistedV1.class,
                        (known, received) -> new Sighting(received.event().observedAt()))
                .forgetOn(InfluencerErasedV1.class)
                .then(matchProfile::match);
    }

    @Incoming("profiles")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        sightings.apply(records);
    }
}
