package dev.vouch.campaign.budget;

import dev.vouch.campaign.budget.domain.Budget;
import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;

/** Before a campaign is launched its money has a place. Repeatable; the amount of an older draft changes nothing. */
@Singleton
public class OpenBudget {

    private final BudgetStore budgets;

    OpenBudget(BudgetStore budgets) {
        this.budgets = budgets;
    }

    public void open(String campaignId, long campaignVersion, Money amount, Command command) {
        budgets.upsert(
                campaignId,
                command.withoutConditions(),
                budget -> Decision.accepted(
                        budget == null
                                ? Budget.opened(campaignId, campaignVersion, amount)
                                : budget.amended(campaignVersion, amount)),
                Announcement.none());
    }
}
