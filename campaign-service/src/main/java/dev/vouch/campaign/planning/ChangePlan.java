package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.campaign.planning.domain.Plan;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;

/** Replaces what a draft states. Refused after the launch: others work by it already. */
@Singleton
public class ChangePlan {

    private final CampaignStore campaigns;

    ChangePlan(CampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    public Decision<Versioned<Campaign>> change(String id, Plan plan, Command command) {
        return campaigns.change(id, command, campaign -> campaign.replan(plan), Announcement.none());
    }
}
