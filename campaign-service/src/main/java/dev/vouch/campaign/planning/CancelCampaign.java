package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Ends the campaign before its time: nobody is written to any more. What is agreed with a creator stays agreed. */
@Singleton
public class CancelCampaign {

    private final CampaignStore campaigns;
    private final Clock clock;

    CancelCampaign(CampaignStore campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    public Decision<Versioned<Campaign>> cancel(String id, Command command) {
        return campaigns.change(
                id, command, campaign -> campaign.cancel(command.reason(), clock.instant()), CampaignEvents::cancelled);
    }
}
