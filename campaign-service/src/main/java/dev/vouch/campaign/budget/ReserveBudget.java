package dev.vouch.campaign.budget;

import dev.vouch.campaign.budget.domain.Budget;
import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;

/** Promises a fee in one conditional write. The same reservation id gets the same answer for ever, whoever asks. */
@Singleton
public class ReserveBudget {

    private final BudgetStore budgets;

    ReserveBudget(BudgetStore budgets) {
        this.budgets = budgets;
    }

    public Decision<Budget> reserve(
            String campaignId, String reservationId, String collaborationId, Money fee, Command command) {
        var written = budgets.change(
                campaignId,
                command.withoutConditions(),
                budget -> Decision.accepted(budget.reserve(reservationId, collaborationId, fee)),
                BudgetEvents::moved);
        return written.then(versioned -> versioned.state().answerTo(reservationId, fee));
    }
}
