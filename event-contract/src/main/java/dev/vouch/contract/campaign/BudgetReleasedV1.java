package dev.vouch.contract.campaign;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;

/** A promised part of the budget is free again. */
public record BudgetReleasedV1(
        String campaignId,
        String reservationId,
        String collaborationId,
        long amountMinorUnits,
        String currency,
        long reservedMinorUnits,
        long budgetMinorUnits)
        implements Event {
    public BudgetReleasedV1 {
        Check.id("campaignId", campaignId);
        Check.id("reservationId", reservationId);
        Check.id("collaborationId", collaborationId);
        Check.notNegative("amountMinorUnits", amountMinorUnits);
        Check.currency("currency", currency);
        Check.notNegative("reservedMinorUnits", reservedMinorUnits);
        Check.notNegative("budgetMinorUnits", budgetMinorUnits);
    }
}
