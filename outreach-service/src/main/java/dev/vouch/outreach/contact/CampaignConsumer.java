package dev.vouch.outreach.contact;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.EachEvent;
import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.contract.campaign.CampaignLaunchedV1;
import dev.vouch.outreach.contact.domain.CampaignGuard;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps what the templates need of a campaign; a cancellation sets the guard first and moves the contacts then. */
@Singleton
class CampaignConsumer {

    private final EachEvent<CampaignGuard> campaigns;

    CampaignConsumer(Consumers consumers, CampaignStore store, CancelContacts cancelContacts) {
        campaigns = consumers
                .channel("campaigns")
                .eachEvent(store)
                .on(
                        CampaignLaunchedV1.class,
                        (guard, received) -> orNew(guard)
                                .launched(
                                        received.event().name(),
                                        received.event().product()))
                .on(CampaignCancelledV1.class, (guard, received) -> orNew(guard).cancel())
                .then(cancelContacts::ofCancelledCampaign);
    }

    @Incoming("campaigns")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        campaigns.apply(records);
    }

    private static CampaignGuard orNew(@Nullable CampaignGuard guard) {
        return guard == null ? CampaignGuard.NEW : guard;
    }
}
