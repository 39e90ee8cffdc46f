package dev.vouch.scoring.metric.domain;

import org.jspecify.annotations.Nullable;

/**
 * One metric of one account.
 *
 * @param value absent where nothing was observed: missing is missing, never 0
 * @param n how many observations stand behind it
 * @param low lower end of the 90 % interval
 * @param high upper end of the 90 % interval
 */
public record MetricValue(
        Metric metric,
        @Nullable Double value,
        int n,
        @Nullable Double low,
        @Nullable Double high,
        Quality quality) {

    static MetricValue missing(Metric metric) {
        return new MetricValue(metric, null, 0, null, null, Quality.INSUFFICIENT_DATA);
    }

    /** The median of what was observed, with its distribution-free interval. */
    static MetricValue median(Metric metric, Sample sample) {
        if (sample.size() == 0) {
            return missing(metric);
        }
        var n = sample.size();
        return new MetricValue(
                metric,
                Sample.rounded(sample.median()),
                n,
                Sample.rounded(sample.low()),
                Sample.rounded(sample.high()),
                metric.quality(n));
    }

    /** A share in percent with its Wilson interval. */
    static MetricValue share(Metric metric, long part, long whole) {
        if (whole == 0) {
            return missing(metric);
        }
        double z = 1.645;
        double p = (double) part / whole;
        double centre = (p + z * z / (2 * whole)) / (1 + z * z / whole);
        double half = z * Math.sqrt(p * (1 - p) / whole + z * z / (4.0 * whole * whole)) / (1 + z * z / whole);
        return new MetricValue(
                metric,
                Sample.rounded(100 * p),
                (int) Math.min(whole, Integer.MAX_VALUE),
                Sample.rounded(100 * Math.max(0, centre - half)),
                Sample.rounded(100 * Math.min(1, centre + half)),
                metric.quality((int) Math.min(whole, Integer.MAX_VALUE)));
    }
}
