package dev.vouch.scoring.candidate;

import dev.vouch.chassis.consumer.Channel;
import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.event.Received;
import dev.vouch.contract.AddedBy;
import dev.vouch.contract.discovery.LonglistCompletedV1;
import dev.vouch.contract.discovery.LonglistEntryAddedV1;
import dev.vouch.contract.discovery.LonglistEntryRemovedV1;
import dev.vouch.scoring.candidate.domain.Campaign;
import dev.vouch.scoring.candidate.domain.Candidate;
import dev.vouch.scoring.fit.domain.TopicEvidence;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Each entry of a longlist becomes a candidate; a complete longlist may be scored. */
@Singleton
class LonglistConsumer {

    private final Channel longlist;

    LonglistConsumer(Consumers consumers, CandidateStore candidates, CampaignStore campaigns) {
        longlist = consumers.channel("longlist");
        longlist.eachEvent(candidates)
                .on(LonglistEntryAddedV1.class, LonglistConsumer::added)
                .on(LonglistEntryRemovedV1.class, LonglistConsumer::removed);
        longlist.eachEvent(campaigns)
                .on(LonglistCompletedV1.class, (campaign, received) -> completed(campaign, received.event()));
    }

    @Incoming("longlist")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        longlist.apply(records);
    }

    private static Candidate added(@Nullable Candidate candidate, Received<LonglistEntryAddedV1> received) {
        var event = received.event();
        return Candidate.entered(
                candidate,
                new Candidate.Entry(
                        event.campaignId(),
                        event.influencerId(),
                        event.revision(),
                        event.addedBy() == AddedBy.HAND,
                        event.categoryMatched(),
                        event.topics().stream()
                                .map(topic -> new TopicEvidence(topic.topic(), topic.hits(), topic.postKeys()))
                                .toList()),
                received.envelope().time());
    }

    private static Candidate removed(@Nullable Candidate candidate, Received<LonglistEntryRemovedV1> received) {
        var event = received.event();
        return Candidate.removed(
                candidate,
                event.campaignId(),
                event.influencerId(),
                event.revision(),
                event.reason(),
                received.envelope().time());
    }

    private static Campaign completed(@Nullable Campaign campaign, LonglistCompletedV1 event) {
        return (campaign == null ? Campaign.unknown(event.campaignId()) : campaign)
                .longlisted(new Campaign.Longlist(event.revision(), event.count()));
    }
}
