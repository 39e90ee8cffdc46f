package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;

/** With the first fee reserved for a creator the campaign runs. Repeatable. */
@Singleton
public class StartRunning {

    private final CampaignStore campaigns;

    StartRunning(CampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    public void start(String campaignId, Command command) {
        campaigns.change(
                campaignId,
                command.withoutConditions(),
                campaign -> Decision.accepted(campaign.reaching(Campaign.State.RUNNING)),
                Announcement.none());
    }
}
