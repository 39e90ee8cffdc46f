package dev.vouch.campaign.kpi.domain;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.planning.domain.Kpi;
import dev.vouch.campaign.planning.domain.KpiTarget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From results to KPIs. Sums are exact. What is divided is divided once, from the sums, and rounded half up: money to the
 * minor unit, percentages to two places, ratios to four.
 */
public final class Formula {

    private static final int PER_THOUSAND = 1_000;

    private Formula() {}

    public static List<Figure> figures(List<KpiTarget> targets, Results results, String currency) {
        return targets.stream().map(target -> figure(target, results, currency)).toList();
    }

    private static Figure figure(KpiTarget stated, Results results, String currency) {
        var unit = Objects.requireNonNullElse(stated.unit(), "");
        var target = Objects.requireNonNullElse(stated.target(), 0.0);
        var basis = basis(stated.kpi(), results);
        var actual = actual(stated.kpi(), unit, results, currency);
        return new Figure(stated.kpi(), unit, target, actual, actual == null ? 0 : basis.observations());
    }

    /** The observations that a reader would want counted: of a quotient those below the line. */
    private static Tally basis(Kpi kpi, Results results) {
        return switch (kpi) {
            case REACH -> results.reach();
            case IMPRESSIONS, COST_PER_THOUSAND -> results.impressions();
            case ENGAGEMENTS, COST_PER_ENGAGEMENT -> results.engagements();
            case ENGAGEMENT_RATE -> results.ratedReach();
            case CLICKS -> results.clicks();
            case CONVERSIONS, COST_PER_ACQUISITION -> results.conversions();
            case REVENUE -> results.revenueMinorUnits();
            case RETURN_ON_SPEND -> results.feesMinorUnits();
        };
    }

    private static @Nullable Double actual(Kpi kpi, String unit, Results results, String currency) {
        return switch (kpi) {
            case REACH, IMPRESSIONS, ENGAGEMENTS, CLICKS, CONVERSIONS -> count(basis(kpi, results));
            case ENGAGEMENT_RATE -> quotient(results.ratedEngagements(), results.ratedReach(), 100, 2);
            case REVENUE -> {
                var revenue = results.revenueMinorUnits();
                yield revenue.isKnown() ? in(unit, new Money(revenue.sum(), currency)) : null;
            }
            case COST_PER_ENGAGEMENT, COST_PER_ACQUISITION ->
                perUnit(results.feesMinorUnits(), basis(kpi, results), 1, unit, currency);
            case COST_PER_THOUSAND ->
                perUnit(results.feesMinorUnits(), basis(kpi, results), PER_THOUSAND, unit, currency);
            case RETURN_ON_SPEND -> quotient(results.revenueMinorUnits(), results.feesMinorUnits(), 1, 4);
        };
    }

    /** Fees per so many units of what they brought; null when there is no fee or nothing was brought. */
    public static @Nullable Money cost(Tally fees, Tally brought, long units, String currency) {
        return fees.isKnown() && brought.sum() > 0
                ? new Money(fees.sum(), currency).dividedBy(brought.sum(), units)
                : null;
    }

    private static @Nullable Double perUnit(Tally fees, Tally brought, long units, String unit, String currency) {
        var cost = cost(fees, brought, units, currency);
        return cost == null ? null : in(unit, cost);
    }

    private static @Nullable Double count(Tally tally) {
        return tally.isKnown() ? (double) tally.sum() : null;
    }

    private static @Nullable Double quotient(Tally above, Tally below, long factor, int places) {
        if (!above.isKnown() || below.sum() == 0) {
            return null;
        }
        return BigDecimal.valueOf(above.sum())
                .multiply(BigDecimal.valueOf(factor))
                .divide(BigDecimal.valueOf(below.sum()), places, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static double in(String unit, Money money) {
        return Kpi.isMinor(unit) ? money.minorUnits() : money.inMajorUnits().doubleValue();
    }
}
