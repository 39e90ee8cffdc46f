package dev.vouch.scoring.candidate;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.EachEvent;
import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.contract.campaign.CampaignCompletedV1;
import dev.vouch.contract.campaign.CampaignLaunchedV1;
import dev.vouch.scoring.candidate.domain.Brief;
import dev.vouch.scoring.candidate.domain.Campaign;
import dev.vouch.scoring.fit.domain.Topic;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the brief by which candidates are judged. */
@Singleton
class CampaignConsumer {

    private final EachEvent<Campaign> campaigns;

    CampaignConsumer(Consumers consumers, CampaignStore store) {
        campaigns = consumers
                .channel("campaigns")
                .eachEvent(store)
                .on(CampaignLaunchedV1.class, (campaign, received) -> launched(campaign, received.event()))
                .on(
                        CampaignCancelledV1.class,
                        (campaign, received) ->
                                known(campaign, received.event().campaignId()).closed())
                .on(
                        CampaignCompletedV1.class,
                        (campaign, received) ->
                                known(campaign, received.event().campaignId()).closed());
    }

    @Incoming("campaigns")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        campaigns.apply(records);
    }

    private static Campaign known(@Nullable Campaign campaign, String campaignId) {
        return campaign == null ? Campaign.unknown(campaignId) : campaign;
    }

    private static Campaign launched(@Nullable Campaign campaign, CampaignLaunchedV1 event) {
        return known(campaign, event.campaignId())
                .launched(briefOf(event), event.budgetMinorUnits(), event.currency(), event.shortlistSize());
    }

    private static Brief briefOf(CampaignLaunchedV1 event) {
        var brief = event.brief();
        return new Brief(
                brief.topics().stream()
                        .map(topic -> new Topic(topic.word(), topic.weight()))
                        .toList(),
                brief.categories(),
                brief.wordsToAvoid(),
                brief.languages(),
                brief.countries(),
                brief.followers().min(),
                brief.followers().max(),
                brief.accountKinds().stream().map(Enum::name).toList(),
                brief.competitors(),
                event.kpis().stream().map(CampaignLaunchedV1.Kpi::id).toList());
    }
}
