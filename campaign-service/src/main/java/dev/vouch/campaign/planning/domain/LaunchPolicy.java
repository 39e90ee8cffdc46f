package dev.vouch.campaign.planning.domain;

import dev.vouch.chassis.decision.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** May the campaign go out? First of all it must say how it will be judged. Everything that is missing is named at once. */
public final class LaunchPolicy {

    static final int LARGEST_SHORTLIST = 500;

    private static final List<BiFunction<Plan, LocalDate, Stream<Reason>>> RULES = List.of(
            LaunchPolicy::withoutKpi,
            LaunchPolicy::kpiIncomplete,
            LaunchPolicy::kpiTwice,
            LaunchPolicy::withoutTopic,
            LaunchPolicy::impossibleFollowers,
            LaunchPolicy::withoutBudget,
            LaunchPolicy::impossiblePeriod,
            LaunchPolicy::impossibleShortlist);

    private LaunchPolicy() {}

    public static List<Reason> objections(Plan plan, LocalDate today) {
        return RULES.stream().flatMap(rule -> rule.apply(plan, today)).toList();
    }

    private static Stream<Reason> withoutKpi(Plan plan, LocalDate today) {
        return Reason.when(plan.kpis().isEmpty(), "campaign.kpi-missing").stream();
    }

    private static Stream<Reason> kpiIncomplete(Plan plan, LocalDate today) {
        return plan.kpis().stream()
                .map(kpi -> new KpiPolicy.Stated(kpi, plan.budget().currency(), today))
                .flatMap(stated -> KpiPolicy.objections(stated).stream());
    }

    private static Stream<Reason> kpiTwice(Plan plan, LocalDate today) {
        var ids = plan.kpis().stream().map(KpiTarget::kpi).toList();
        return ids.stream()
                .distinct()
                .filter(kpi -> ids.indexOf(kpi) != ids.lastIndexOf(kpi))
                .map(kpi -> Reason.of("campaign.kpi-twice", "kpi", kpi.id()));
    }

    private static Stream<Reason> withoutTopic(Plan plan, LocalDate today) {
        return Reason.when(plan.brief().topics().isEmpty(), "campaign.topic-missing").stream();
    }

    private static Stream<Reason> impossibleFollowers(Plan plan, LocalDate today) {
        var range = plan.brief().followers();
        return Reason.when(!range.isPossible(), "campaign.followers-impossible", "min", range.min(), "max", range.max())
                .stream();
    }

    private static Stream<Reason> withoutBudget(Plan plan, LocalDate today) {
        return Reason.when(!plan.budget().isPositive(), "campaign.budget-missing").stream();
    }

    private static Stream<Reason> impossiblePeriod(Plan plan, LocalDate today) {
        var period = plan.period();
        if (period == null) {
            return Stream.of(Reason.of("campaign.period-missing"));
        }
        var reversed = period.until().isBefore(period.from());
        return Reason.when(reversed, "campaign.period-reversed", "from", period.from(), "until", period.until())
                .stream();
    }

    private static Stream<Reason> impossibleShortlist(Plan plan, LocalDate today) {
        var size = plan.shortlistSize();
        var possible = size >= 1 && size <= LARGEST_SHORTLIST;
        return Reason.when(!possible, "campaign.shortlist-size", "size", size, "largest", LARGEST_SHORTLIST).stream();
    }
}
