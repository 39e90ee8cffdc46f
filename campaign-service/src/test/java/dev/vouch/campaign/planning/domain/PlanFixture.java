package dev.vouch.campaign.planning.domain;

import dev.vouch.campaign.budget.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An invented campaign that lacks nothing; a test spoils what it is about. */
public final class PlanFixture {

    public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    public static final LocalDate DUE = LocalDate.of(2027, 1, 31);

    private PlanFixture() {}

    public static Plan complete() {
        return withKpis(List.of(kpi(Kpi.ENGAGEMENTS, "likes and comments", 5_000.0)));
    }

    public static Plan withKpis(List<KpiTarget> kpis) {
        return with(new Money(500_000, "EUR"), kpis);
    }

    public static Plan with(Money budget, List<KpiTarget> kpis) {
        var brief = new Brief(
                List.of(new Brief.Topic("Wandern", 1.0)),
                List.of(),
                List.of(),
                List.of(Platform.INSTAGRAM),
                List.of("de"),
                List.of("DE", "AT"),
                FollowerRange.MICRO,
                List.of(AccountKind.PERSON),
                List.of());
        var period = new Period(LocalDate.of(2026, 12, 1), LocalDate.of(2027, 1, 31));
        return new Plan("Hüttenzauber", "Rucksack aus Segeltuch", brief, budget, 12, period, kpis);
    }

    public static KpiTarget kpi(Kpi kpi, String unit, double target) {
        return new KpiTarget(kpi, unit, target, "as the platform shows it 14 days after the post", DUE);
    }
}
