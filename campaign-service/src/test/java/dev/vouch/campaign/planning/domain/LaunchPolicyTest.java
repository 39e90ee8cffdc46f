package dev.vouch.campaign.planning.domain;

import static dev.vouch.campaign.planning.domain.PlanFixture.DUE;
import static dev.vouch.campaign.planning.domain.PlanFixture.kpi;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.chassis.decision.Reason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaunchPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void a_complete_plan_may_be_launched() {
        assertThat(objections(PlanFixture.complete())).isEmpty();
    }

    @Test
    void without_a_kpi_nothing_goes_out() {
        assertThat(objections(PlanFixture.withKpis(List.of()))).containsExactly("campaign.kpi-missing");
    }

    @Test
    void everything_that_a_kpi_lacks_is_named_at_once() {
        var bare = new KpiTarget(Kpi.REACH, " ", null, null, null);

        assertThat(objections(PlanFixture.withKpis(List.of(bare))))
                .containsExactly(
                        "campaign.kpi-without-target",
                        "campaign.kpi-without-unit",
                        "campaign.kpi-without-measuring-rule",
                        "campaign.kpi-without-date");
    }

    @Test
    void one_incomplete_kpi_holds_up_the_complete_one_beside_it() {
        var undated = new KpiTarget(Kpi.CLICKS, "clicks", 100.0, "tracking link", null);

        assertThat(objections(PlanFixture.withKpis(List.of(kpi(Kpi.REACH, "people", 50_000), undated))))
                .containsExactly("campaign.kpi-without-date");
    }

    @Test
    void a_date_that_passed_and_a_target_of_nothing_are_refused() {
        var late = new KpiTarget(Kpi.REACH, "people", 0.0, "as the platform shows it", TODAY.minusDays(1));

        assertThat(objections(PlanFixture.withKpis(List.of(late))))
                .containsExactly("campaign.kpi-target-not-positive", "campaign.kpi-date-passed");
    }

    @Test
    void money_is_stated_in_the_budget_s_currency() {
        var inEuro = kpi(Kpi.COST_PER_ENGAGEMENT, "EUR", 0.25);
        var inCents = kpi(Kpi.REVENUE, "EUR minor units", 100_000);
        var inDollars = kpi(Kpi.COST_PER_THOUSAND, "USD", 12);

        assertThat(objections(PlanFixture.withKpis(List.of(inEuro, inCents, inDollars))))
                .containsExactly("campaign.kpi-in-wrong-unit");
    }

    @Test
    void the_same_figure_has_one_target() {
        var kpis = List.of(kpi(Kpi.REACH, "people", 1_000), kpi(Kpi.REACH, "people", 2_000));

        assertThat(objections(PlanFixture.withKpis(kpis))).containsExactly("campaign.kpi-twice");
    }

    @Test
    void a_plan_that_lacks_everything_hears_everything() {
        var complete = PlanFixture.complete();
        var brief = complete.brief();
        var nobody = new Brief(
                List.of(),
                brief.categories(),
                brief.wordsToAvoid(),
                brief.platforms(),
                brief.languages(),
                brief.countries(),
                new FollowerRange(5_000, 1_000),
                brief.accountKinds(),
                brief.competitors());
        var empty = new Plan("Nichts", "nichts", nobody, Money.zero("EUR"), 0, null, List.of());

        assertThat(objections(empty))
                .containsExactly(
                        "campaign.kpi-missing",
                        "campaign.topic-missing",
                        "campaign.followers-impossible",
                        "campaign.budget-missing",
                        "campaign.period-missing",
                        "campaign.shortlist-size");
    }

    @Test
    void a_period_ends_after_it_began() {
        var plan = PlanFixture.complete();
        var backwards = new Plan(
                plan.name(),
                plan.product(),
                plan.brief(),
                plan.budget(),
                plan.shortlistSize(),
                new Period(DUE, DUE.minusDays(1)),
                plan.kpis());

        assertThat(objections(backwards)).containsExactly("campaign.period-reversed");
    }

    private static List<String> objections(Plan plan) {
        return LaunchPolicy.objections(plan, TODAY).stream().map(Reason::code).toList();
    }
}
