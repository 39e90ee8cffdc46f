package dev.vouch.campaign.budget;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;

/** Gives a fee back, once. Only for a collaboration that can no longer come to an agreement under this reservation. */
@Singleton
public class ReleaseBudget {

    private final BudgetStore budgets;

    ReleaseBudget(BudgetStore budgets) {
        this.budgets = budgets;
    }

    public void release(String campaignId, String reservationId, String collaborationId, Command command) {
        budgets.change(
                campaignId,
                command.withoutConditions(),
                budget -> Decision.accepted(budget.release(reservationId, collaborationId)),
                BudgetEvents::moved);
    }
}
