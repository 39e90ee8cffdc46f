package dev.vouch.scoring.candidate;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.Projection;
import dev.vouch.contract.scoring.InfluencerScoredV1;
import dev.vouch.scoring.candidate.domain.HeardScorecard;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A new scorecard makes the scores of its influencer due again, in every open campaign. */
@Singleton
class ScorecardConsumer {

    private final Projection<HeardScorecard> scorecards;

    ScorecardConsumer(Consumers consumers, RescoringStore store, MarkOutdated markOutdated) {
        scorecards = consumers
                .channel("scorecards")
                .projection(store)
                .on(
                        InfluencerScoredV1.class,
                        (heard, received) -> new HeardScorecard(received.event().influencerId()))
                .then(markOutdated::mark);
    }

    @Incoming("scorecards")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        scorecards.apply(records);
    }
}
