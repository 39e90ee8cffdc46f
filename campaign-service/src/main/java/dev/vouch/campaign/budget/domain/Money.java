package dev.vouch.campaign.budget.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in whole minor units (cents) of one currency. Sums are exact; only {@link #dividedBy} rounds.
 *
 * @param currency ISO 4217
 */
public record Money(long minorUnits, String currency) {

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, sameCurrency(other)), currency);
    }

    public boolean isMoreThan(Money other) {
        return minorUnits > sameCurrency(other);
    }

    public boolean isPositive() {
        return minorUnits > 0;
    }

    /** Per {@code units} of {@code count}, rounded half up to the minor unit: 1,000 cents over 3 are 333. */
    public Money dividedBy(long count, long units) {
        var rounded = new BigDecimal(BigInteger.valueOf(minorUnits).multiply(BigInteger.valueOf(units)))
                .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP);
        return new Money(rounded.longValueExact(), currency);
    }

    /** In the currency's own unit: 1,050 cents are 10.50. */
    public BigDecimal inMajorUnits() {
        return BigDecimal.valueOf(minorUnits, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    @Override
    public String toString() {
        return inMajorUnits().toPlainString() + " " + currency;
    }

    private long sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " cannot be reckoned together");
        }
        return other.minorUnits;
    }
}
