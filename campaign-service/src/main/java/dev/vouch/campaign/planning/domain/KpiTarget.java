package dev.vouch.campaign.planning.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the campaign promises itself. A draft may leave parts open; {@link LaunchPolicy} asks for all of them.
 *
 * @param measuringRule who measures it, where and how, in the marketer's words
 * @param dueOn the day on which it is to be reached
 */
public record KpiTarget(
        Kpi kpi,
        @Nullable String unit,
        @Nullable Double target,
        @Nullable String measuringRule,
        @Nullable LocalDate dueOn) {

    public KpiTarget {
        unit = unit == null || unit.isBlank() ? null : unit;
        measuringRule = measuringRule == null || measuringRule.isBlank() ? null : measuringRule;
    }
}
