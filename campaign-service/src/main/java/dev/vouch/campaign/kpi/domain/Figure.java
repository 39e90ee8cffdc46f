package dev.vouch.campaign.kpi.domain;

import dev.vouch.campaign.planning.domain.Kpi;
import org.jspecify.annotations.Nullable;

/**
 * One KPI: what was promised and what came of it, both in the promised unit.
 *
 * @param actual null as long as an input of the formula is unknown
 * @param observations how many posts, conversions or fees the actual rests on
 */
public record Figure(
        Kpi kpi, String unit, double target, @Nullable Double actual, long observations) {}
