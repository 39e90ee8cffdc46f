package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.campaign.planning.domain.Campaign.State;
import dev.vouch.campaign.planning.domain.Ceilings;
import dev.vouch.chassis.consumer.Channel;
import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.contract.scoring.ShortlistApprovedV1;
import dev.vouch.contract.scoring.ShortlistProposedV1;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** The campaign follows its shortlist, and the approved fee ceilings are kept. */
@Singleton
class ShortlistConsumer {

    private final Channel shortlists;

    ShortlistConsumer(Consumers consumers, ShortlistStore ceilings, CampaignStore campaigns) {
        shortlists = consumers.channel("shortlists");
        shortlists.eachEvent(ceilings).on(ShortlistApprovedV1.class, (older, received) -> ceilings(received.event()));
        shortlists
                .eachEvent(campaigns)
                .on(ShortlistProposedV1.class, (campaign, received) -> reaching(State.IN_SELECTION, campaign))
                .on(ShortlistApprovedV1.class, (campaign, received) -> reaching(State.IN_OUTREACH, campaign));
    }

    @Incoming("shortlists")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        shortlists.apply(records);
    }

    private static @Nullable Campaign reaching(State state, @Nullable Campaign campaign) {
        return campaign == null ? null : campaign.reaching(state);
    }

    private static Ceilings ceilings(ShortlistApprovedV1 approved) {
        return new Ceilings(
                approved.currency(),
                approved.entries().stream()
                        .map(entry -> new Ceilings.Ceiling(entry.influencerId(), entry.feeCeilingMinorUnits()))
                        .toList());
    }
}
