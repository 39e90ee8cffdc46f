package dev.vouch.contract.campaign;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All KPIs of a campaign, as they stand now. */
public record KpiMeasuredV1(String campaignId, Instant measuredAt, List<Kpi> kpis) implements Event {
    public KpiMeasuredV1 {
        Check.id("campaignId", campaignId);
        Check.required("measuredAt", measuredAt);
        kpis = Check.list("kpis", kpis, 50);
    }

    /** One KPI: target and actual. */
    public record Kpi(
            String id, String unit, double target, @Nullable Double actual, long observations) {
        public Kpi {
            Check.code("id", id);
            Check.text("unit", unit, 50);
            Check.number("target", target);
            Check.optionalNumber("actual", actual);
            Check.notNegative("observations", observations);
        }
    }
}
