package dev.vouch.campaign.kpi;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.kpi.domain.Conversion;
import dev.vouch.campaign.kpi.domain.Measurement;
import dev.vouch.campaign.kpi.domain.Reading;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.EachObservation;
import dev.vouch.chassis.event.Received;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.contract.campaign.ConversionRecordedV1;
import dev.vouch.contract.campaign.PostMeasuredV1;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** What connectors, shops and analytics observed. */
@Singleton
class PerformanceConsumer {

    private final RecordResult recordResult;
    private final EachObservation performance;

    PerformanceConsumer(Consumers consumers, RecordResult recordResult) {
        this.recordResult = recordResult;
        performance = consumers
                .channel("performance")
                .eachObservation()
                .on(PostMeasuredV1.class, this::post)
                .on(ConversionRecordedV1.class, this::conversion);
    }

    @Incoming("performance")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        performance.apply(records);
    }

    private Outcome post(Received<PostMeasuredV1> received) {
        var event = received.event();
        var measurement = new Measurement(
                event.campaignId(),
                event.influencerId(),
                reading(event.likes(), received),
                reading(event.comments(), received),
                reading(event.views(), received),
                reading(event.reach(), received),
                reading(event.impressions(), received),
                reading(event.clicks(), received));
        return recordResult.post(event.postId(), measurement, by(received));
    }

    private Outcome conversion(Received<ConversionRecordedV1> received) {
        var event = received.event();
        var conversion = new Conversion(
                event.campaignId(),
                event.influencerId(),
                new Money(event.revenueMinorUnits(), event.currency()),
                event.occurredAt(),
                received.envelope().id());
        return recordResult.conversion(event.conversionId(), conversion, by(received));
    }

    private static Command by(Received<?> received) {
        return Command.bySystem(received.envelope().source());
    }

    private static @Nullable Reading reading(@Nullable Long value, Received<PostMeasuredV1> received) {
        return value == null
                ? null
                : new Reading(
                        value,
                        received.event().observedAt(),
                        received.envelope().id());
    }
}
