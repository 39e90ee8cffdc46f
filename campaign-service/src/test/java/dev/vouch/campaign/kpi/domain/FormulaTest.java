package dev.vouch.campaign.kpi.domain;

import static dev.vouch.campaign.planning.domain.PlanFixture.kpi;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.planning.domain.Kpi;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormulaTest {

    private static final Instant T0 = Instant.parse("2026-12-10T12:00:00Z");
    private static final String CREATOR = "instagram-00000000000000aa";

    /** Two posts with 300 + 37 engagements, 400.00 + 99.99 EUR of fees, two orders of 1,250.00 EUR together. */
    private final Results results = Stream.of(
                    Results.of(post(290, 10L, 4_000L, 9_000L, 60L)),
                    Results.of(post(30, 7L, null, 1_000L, null)),
                    Results.of(new Spend(CREATOR, euro(40_000))),
                    Results.of(new Spend(CREATOR, euro(9_999))),
                    Results.of(new Conversion("c1", CREATOR, euro(100_000), T0, "e1")),
                    Results.of(new Conversion("c1", null, euro(25_000), T0, "e2")))
            .reduce(Results.NOTHING, Results::plus);

    @Test
    void sums_are_exact() {
        assertThat(actual(Kpi.ENGAGEMENTS, "engagements")).isEqualTo(337.0);
        assertThat(actual(Kpi.REACH, "people")).isEqualTo(4_000.0);
        assertThat(actual(Kpi.IMPRESSIONS, "impressions")).isEqualTo(10_000.0);
        assertThat(actual(Kpi.CLICKS, "clicks")).isEqualTo(60.0);
        assertThat(actual(Kpi.CONVERSIONS, "orders")).isEqualTo(2.0);
        assertThat(actual(Kpi.REVENUE, "EUR")).isEqualTo(1_250.0);
    }

    @Test
    void costs_are_rounded_once_and_to_the_cent() {
        assertThat(actual(Kpi.COST_PER_ENGAGEMENT, "EUR minor units")).isEqualTo(148.0);
        assertThat(actual(Kpi.COST_PER_ENGAGEMENT, "EUR")).isEqualTo(1.48);
        assertThat(actual(Kpi.COST_PER_THOUSAND, "EUR")).isEqualTo(50.0);
        assertThat(actual(Kpi.COST_PER_ACQUISITION, "EUR")).isEqualTo(250.0);
        assertThat(actual(Kpi.RETURN_ON_SPEND, "ratio")).isEqualTo(2.5001);
    }

    @Test
    void a_rate_has_the_same_posts_above_and_below_the_line() {
        assertThat(actual(Kpi.ENGAGEMENT_RATE, "percent")).isEqualTo(7.5);
    }

    @Test
    void what_nobody_observed_is_unknown() {
        for (var kpi : Kpi.values()) {
            var figure = Formula.figures(List.of(kpi(kpi, "EUR", 1)), Results.NOTHING, "EUR")
                    .get(0);
            assertThat(figure.actual()).as(kpi.id()).isNull();
            assertThat(figure.observations()).as(kpi.id()).isZero();
        }
    }

    @Test
    void a_figure_says_on_how_many_observations_it_rests() {
        var figure = Formula.figures(List.of(kpi(Kpi.COST_PER_ENGAGEMENT, "EUR", 1)), results, "EUR")
                .get(0);

        assertThat(figure.observations()).isEqualTo(2);
    }

    private @Nullable Double actual(Kpi kpi, String unit) {
        return Formula.figures(List.of(kpi(kpi, unit, 1)), results, "EUR")
                .get(0)
                .actual();
    }

    private static Measurement post(
            long likes, long comments, @Nullable Long reach, @Nullable Long impressions, @Nullable Long clicks) {
        return new Measurement(
                "c1",
                CREATOR,
                reading(likes),
                reading(comments),
                null,
                reading(reach),
                reading(impressions),
                reading(clicks));
    }

    private static @Nullable Reading reading(@Nullable Long value) {
        return value == null ? null : new Reading(value, T0, "e");
    }

    private static Money euro(long cents) {
        return new Money(cents, "EUR");
    }
}
