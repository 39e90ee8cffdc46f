package dev.vouch.discovery.longlist;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.EachSubject;
import dev.vouch.contract.discovery.InfluencerDelistedV1;
import dev.vouch.contract.discovery.InfluencerErasedV1;
import dev.vouch.contract.discovery.InfluencerUpdatedV1;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of our own influencers like everybody else, and matches them as they are stored. */
@Singleton
class ProfileConsumer {

    private final EachSubject influencers;

    ProfileConsumer(Consumers consumers, MatchProfile matchProfile) {
        influencers = consumers
                .channel("profiles")
                .eachSubject(
                        Set.of(InfluencerUpdatedV1.class, InfluencerDelistedV1.class, InfluencerErasedV1.class),
                        matchProfile::match);
    }

    @Incoming("profiles")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        influencers.apply(records);
    }
}
