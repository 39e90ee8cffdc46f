package dev.vouch.contract.campaign;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;

/** A part of the budget is promised to one collaboration. */
public record BudgetReservedV1(
        String campaignId,
        String reservationId,
        String collaborationId,
        long amountMinorUnits,
        String currency,
        long reservedMinorUnits,
        long budgetMinorUnits)
        implements Event {
    public BudgetReservedV1 {
        Check.id("campaignId", campaignId);
        Check.id("reservationId", reservationId);
        Check.id("collaborationId", collaborationId);
        Check.notNegative("amountMinorUnits", amountMinorUnits);
        Check.currency("currency", currency);
        Check.notNegative("reservedMinorUnits", reservedMinorUnits);
        Check.notNegative("budgetMinorUnits", budgetMinorUnits);
    }
}
