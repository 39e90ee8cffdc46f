package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.collaboration.domain.Collaboration;
import dev.vouch.campaign.collaboration.domain.Deliverable;
import dev.vouch.campaign.planning.Campaigns;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Proposes terms, within what was approved for this influencer. */
@Singleton
public class MakeOffer {

    private final CollaborationStore collaborations;
    private final Campaigns campaigns;
    private final Clock clock;

    MakeOffer(CollaborationStore collaborations, Campaigns campaigns, Clock clock) {
        this.collaborations = collaborations;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** The fee is in the campaign's currency. */
    public Decision<Versioned<Collaboration>> offer(
            String id, long feeMinorUnits, List<Deliverable> deliverables, Command command) {
        var state = collaborations.get(id).state();
        var currency = campaigns.get(state.campaignId()).state().plan().budget().currency();
        var ceiling =
                campaigns.ceiling(state.campaignId(), state.influencerId()).orElse(null);
        var fee = new Money(feeMinorUnits, currency);
        return collaborations.change(
                id,
                command,
                current -> current.makeOffer(fee, deliverables, ceiling, command.actor(), clock.instant()),
                CollaborationEvents::told);
    }
}
