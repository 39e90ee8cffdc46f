package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Closes the campaign: its figures are final from here on. */
@Singleton
public class CompleteCampaign {

    private final CampaignStore campaigns;
    private final Clock clock;

    CompleteCampaign(CampaignStore campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    public Decision<Versioned<Campaign>> complete(String id, Command command) {
        return campaigns.change(id, command, campaign -> campaign.complete(clock.instant()), CampaignEvents::completed);
    }
}
