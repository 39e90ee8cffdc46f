package dev.vouch.scoring.candidate;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.EachSubject;
import dev.vouch.contract.scoring.InfluencerScoredV1;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A new scorecard makes the scores of its influencer due again, in every open campaign. */
@Singleton
class ScorecardConsumer {

    private final EachSubject influencers;

    ScorecardConsumer(Consumers consumers, MarkOutdated markOutdated) {
        influencers = consumers.channel("scorecards").eachSubject(Set.of(InfluencerScoredV1.class), markOutdated::mark);
    }

    @Incoming("scorecards")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        influencers.apply(records);
    }
}
