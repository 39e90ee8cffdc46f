package dev.vouch.discovery.longlist;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.EachEvent;
import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.contract.campaign.CampaignCompletedV1;
import dev.vouch.contract.campaign.CampaignLaunchedV1;
import dev.vouch.discovery.longlist.domain.Brief;
import dev.vouch.discovery.longlist.domain.Longlist;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A launched campaign opens its brief; the timer builds. A cancelled or completed one matches nobody any more. */
@Singleton
class CampaignConsumer {

    private final EachEvent<Longlist> longlists;

    CampaignConsumer(Consumers consumers, LonglistStore store) {
        longlists = consumers
                .channel("campaigns")
                .eachEvent(store)
                .on(
                        CampaignLaunchedV1.class,
                        (known, received) -> known == null
                                ? Longlist.begun(
                                        received.event().campaignId(),
                                        brief(received.event().brief()))
                                : known)
                .on(CampaignCancelledV1.class, (known, received) -> known == null ? null : known.closed())
                .on(CampaignCompletedV1.class, (known, received) -> known == null ? null : known.closed());
    }

    @Incoming("campaigns")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        longlists.apply(records);
    }

    private static Brief brief(CampaignLaunchedV1.Brief brief) {
        return new Brief(
                brief.topics().stream().map(CampaignLaunchedV1.TopicWord::word).toList(),
                brief.categories(),
                brief.platforms().stream().map(Object::toString).toList(),
                brief.languages(),
                brief.countries(),
                brief.followers().min(),
                brief.followers().max(),
                brief.accountKinds().stream().map(Enum::name).toList());
    }
}
