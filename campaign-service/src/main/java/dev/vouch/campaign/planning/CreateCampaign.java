package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.campaign.planning.domain.Plan;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Clock;

/** A draft that nobody else is told of. The same request under the same key makes the same campaign. */
@Singleton
public class CreateCampaign {

    private final CampaignStore campaigns;
    private final Clock clock;

    CreateCampaign(CampaignStore campaigns, Clock clock) {
        this.campaigns = campaigns;
        this.clock = clock;
    }

    public Decision<Versioned<Campaign>> create(String id, Plan plan, Command command) {
        return campaigns.create(
                id, command, () -> Decision.accepted(Campaign.drafted(id, plan, clock.instant())), Announcement.none());
    }
}
