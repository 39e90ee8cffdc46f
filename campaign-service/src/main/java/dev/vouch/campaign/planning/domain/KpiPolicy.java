package dev.vouch.campaign.planning.domain;

import dev.vouch.chassis.decision.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Can the campaign be judged by this figure afterwards? */
final class KpiPolicy {

    /** What is asked: this figure, with money in this currency, on this day. */
    record Stated(KpiTarget kpi, String currency, LocalDate today) {

        String id() {
            return kpi.kpi().id();
        }
    }

    private static final List<Function<Stated, Optional<Reason>>> RULES = List.of(
            KpiPolicy::withoutTarget,
            KpiPolicy::targetNotPositive,
            KpiPolicy::withoutUnit,
            KpiPolicy::inWrongUnit,
            KpiPolicy::withoutMeasuringRule,
            KpiPolicy::withoutDate,
            KpiPolicy::datePassed);

    private KpiPolicy() {}

    static List<Reason> objections(Stated stated) {
        return RULES.stream().flatMap(rule -> rule.apply(stated).stream()).toList();
    }

    private static Optional<Reason> withoutTarget(Stated stated) {
        return Reason.when(stated.kpi().target() == null, "campaign.kpi-without-target", "kpi", stated.id());
    }

    private static Optional<Reason> targetNotPositive(Stated stated) {
        var target = stated.kpi().target();
        return Reason.when(target != null && !(target > 0), "campaign.kpi-target-not-positive", "kpi", stated.id());
    }

    private static Optional<Reason> withoutUnit(Stated stated) {
        return Reason.when(stated.kpi().unit() == null, "campaign.kpi-without-unit", "kpi", stated.id());
    }

    private static Optional<Reason> inWrongUnit(Stated stated) {
        var unit = stated.kpi().unit();
        if (unit == null || stated.kpi().kpi().canBeStatedIn(unit, stated.currency())) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                "campaign.kpi-in-wrong-unit", "kpi", stated.id(), "unit", unit, "currency", stated.currency()));
    }

    private static Optional<Reason> withoutMeasuringRule(Stated stated) {
        return Reason.when(
                stated.kpi().measuringRule() == null, "campaign.kpi-without-measuring-rule", "kpi", stated.id());
    }

    private static Optional<Reason> withoutDate(Stated stated) {
        return Reason.when(stated.kpi().dueOn() == null, "campaign.kpi-without-date", "kpi", stated.id());
    }

    private static Optional<Reason> datePassed(Stated stated) {
        var dueOn = stated.kpi().dueOn();
        if (dueOn == null || !dueOn.isBefore(stated.today())) {
            return Optional.empty();
        }
        return Optional.of(Reason.of("campaign.kpi-date-passed", "kpi", stated.id(), "dueOn", dueOn));
    }
}
