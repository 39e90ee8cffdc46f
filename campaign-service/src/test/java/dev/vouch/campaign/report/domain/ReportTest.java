package dev.vouch.campaign.report.domain;

import static dev.vouch.campaign.planning.domain.PlanFixture.kpi;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.kpi.domain.Conversion;
import dev.vouch.campaign.kpi.domain.Measurement;
import dev.vouch.campaign.kpi.domain.Reading;
import dev.vouch.campaign.kpi.domain.Results;
import dev.vouch.campaign.kpi.domain.Spend;
import dev.vouch.campaign.planning.domain.Kpi;
import dev.vouch.campaign.planning.domain.PlanFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Instant T0 = Instant.parse("2026-12-10T12:00:00Z");
    private static final String LOUD = "instagram-00000000000000aa";
    private static final String QUIET = "instagram-00000000000000bb";

    private final Map<String, Results> results = Map.of(
            QUIET,
            brought(QUIET, 7, 1_000),
            LOUD,
            brought(LOUD, 93, 2_333),
            "",
            Results.of(new Conversion("c1", null, new Money(500, "EUR"), T0, "e")));

    @Test
    void the_total_is_the_sum_of_the_lines() {
        var report = Report.of(PlanFixture.complete(), results);

        assertThat(report.lines().stream().map(ReportLine::results).reduce(Results.NOTHING, Results::plus))
                .isEqualTo(report.total().results());
        assertThat(report.total().costPerEngagement()).isEqualTo(new Money(33, "EUR"));
    }

    @Test
    void the_kpis_are_reckoned_from_the_total() {
        var plan = PlanFixture.withKpis(List.of(kpi(Kpi.COST_PER_ENGAGEMENT, "cents", 40)));

        assertThat(Report.of(plan, results).kpis().get(0).actual()).isEqualTo(33.0);
    }

    @Test
    void who_brought_most_stands_first_and_nobody_in_particular_last() {
        assertThat(Report.of(PlanFixture.complete(), results).lines().stream()
                        .map(line -> Objects.requireNonNullElse(line.influencerId(), "")))
                .containsExactly(LOUD, QUIET, "");
    }

    private static Results brought(String influencerId, long likes, long feeInCents) {
        var reading = new Reading(likes, T0, "e");
        return Results.of(new Measurement("c1", influencerId, reading, null, null, null, null, null))
                .plus(Results.of(new Spend(influencerId, new Money(feeInCents, "EUR"))));
    }
}
