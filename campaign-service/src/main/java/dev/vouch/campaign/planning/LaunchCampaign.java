package dev.vouch.campaign.planning;

import dev.vouch.campaign.budget.OpenBudget;
import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.StaleVersion;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Step 1: from here on discovery, scoring and outreach work for the campaign. Refused without dated KPIs. The budget's
 * document is there before anybody can hear of the campaign, and with the amount of the very draft that is launched.
 */
@Singleton
public class LaunchCampaign {

    private final CampaignStore campaigns;
    private final OpenBudget openBudget;
    private final Clock clock;

    LaunchCampaign(CampaignStore campaigns, OpenBudget openBudget, Clock clock) {
        this.campaigns = campaigns;
        this.openBudget = openBudget;
        this.clock = clock;
    }

    public Decision<Versioned<Campaign>> launch(String id, Command command) {
        while (true) {
            var draft = campaigns.get(id);
            if (draft.state().launch(clock.instant()) instanceof Decision.Accepted) {
                openBudget.open(id, draft.version(), draft.state().plan().budget(), command);
            }
            try {
                return campaigns.change(
                        id, on(command, draft), campaign -> campaign.launch(clock.instant()), CampaignEvents::launched);
            } catch (StaleVersion changedMeanwhile) {
                if (command.expectedVersion() != null) {
                    throw changedMeanwhile;
                }
            }
        }
    }

    private static Command on(Command command, Versioned<Campaign> draft) {
        return command.expectedVersion() == null
                ? new Command(command.actor(), draft.version(), command.repeatable(), command.reason())
                : command;
    }
}
