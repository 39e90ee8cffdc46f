package dev.vouch.scoring.shortlist.domain;

/**
 * What a proposal has to keep to.
 *
 * @param size how many people at most
 * @param minimumScoreTenths who scores less is not proposed; a person may still pin them
 * @param mostOfBudgetPercent what one person may cost at most
 */
public record Limits(long budgetMinorUnits, int size, int minimumScoreTenths, int mostOfBudgetPercent) {

    long mostForOne() {
        return budgetMinorUnits * mostOfBudgetPercent / 100;
    }
}
