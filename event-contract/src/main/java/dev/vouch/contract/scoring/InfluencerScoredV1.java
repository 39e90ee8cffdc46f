package dev.vouch.contract.scoring;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import dev.vouch.contract.MetricQuality;
import dev.vouch.contract.Platform;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scorecard of an influencer, whatever the campaign. */
public record InfluencerScoredV1(
        String influencerId,
        Platform platform,
        String tier,
        List<Metric> metrics,
        List<String> hints,
        @Nullable Instant observedAt)
        implements Event {
    public InfluencerScoredV1 {
        Check.influencerId("influencerId", influencerId);
        Check.required("platform", platform);
        Check.code("tier", tier);
        metrics = Check.list("metrics", metrics, 100);
        hints = Check.list("hints", hints, 50, Check::code);
    }

    /** One measured metric. Its formula stands in the metric dictionary. */
    public record Metric(
            String id,
            @Nullable Double value,
            String unit,
            long n,
            @Nullable Double low,
            @Nullable Double high,
            MetricQuality quality) {
        public Metric {
            Check.code("id", id);
            Check.optionalNumber("value", value);
            Check.text("unit", unit, 50);
            Check.notNegative("n", n);
            Check.optionalNumber("low", low);
            Check.optionalNumber("high", high);
            Check.required("quality", quality);
        }
    }
}
