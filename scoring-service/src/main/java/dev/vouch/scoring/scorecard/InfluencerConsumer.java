package dev.vouch.scoring.scorecard;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.Projection;
import dev.vouch.chassis.event.Received;
import dev.vouch.chassis.outbox.EventPublisher;
import dev.vouch.contract.discovery.InfluencerErasedV1;
import dev.vouch.contract.discovery.InfluencerUpdatedV1;
import dev.vouch.scoring.authenticity.domain.AccountKind;
import dev.vouch.scoring.benchmark.Benchmarks;
import dev.vouch.scoring.metric.domain.AccountFigures;
import dev.vouch.scoring.metric.domain.PostFigures;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Rates every influencer anew when discovery knows more. Told the same thing twice, it says the same thing twice. */
@Singleton
class InfluencerConsumer {

    private final Projection<Scorecard> scorecards;

    InfluencerConsumer(
            Consumers consumers,
            ScorecardStore store,
            Benchmarks benchmarks,
            EventPublisher publisher,
            FollowsErasure others) {
        scorecards = consumers
                .channel("influencers")
                .projection(store)
                .on(
                        InfluencerUpdatedV1.class,
                        (card, received) -> Scorecard.of(figuresOf(received.event()), benchmarks.tiers()))
                .forgetOn(InfluencerErasedV1.class)
                .beforehand((cards, ids) -> others.erase(erased(ids)))
                .publishing(publisher, ScorecardEvents::scored);
    }

    @Incoming("influencers")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        scorecards.apply(records);
    }

    private static List<String> erased(Map<Received<?>, String> idsByEvent) {
        return idsByEvent.entrySet().stream()
                .filter(entry -> entry.getKey().event() instanceof InfluencerErasedV1)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static AccountFigures figuresOf(InfluencerUpdatedV1 event) {
        return new AccountFigures(
                event.influencerId(),
                event.platform().toString(),
                event.followers(),
                event.following(),
                event.posts(),
                event.categories(),
                kindOf(event),
                event.observedAt(),
                event.recentPosts().stream().map(InfluencerConsumer::postOf).toList());
    }

    private static AccountKind kindOf(InfluencerUpdatedV1 event) {
        return switch (event.accountKind()) {
            case PERSON -> AccountKind.PERSON;
            case BRAND -> AccountKind.BRAND;
            case UNKNOWN -> AccountKind.UNKNOWN;
        };
    }

    private static PostFigures postOf(InfluencerUpdatedV1.RecentPost post) {
        return new PostFigures(
                post.postKey(),
                post.publishedAt(),
                post.observedAt(),
                post.likes(),
                post.comments(),
                post.views(),
                post.language(),
                post.paidLabel(),
                post.foreignComments(),
                post.foreignCommentsAnswered(),
                post.questions(),
                post.questionsAnswered());
    }
}
