package dev.vouch.scoring.benchmark.domain;

import java.util.List;

/**
 * How the accounts of one platform, tier and category are spread over one metric.
 *
 * @param category {@link #EVERY_CATEGORY} or the category that the accounts share
 * @param accounts how many were counted; 0 where a publication does not say
 * @param source what the figures rest on: {@code own data} or the publication
 * @param percents ascending ranks in percent, {@code values} the metric's value at each
 */
public record BenchmarkCell(
        String platform,
        String tier,
        String category,
        int accounts,
        Origin origin,
        String source,
        int year,
        List<Integer> percents,
        List<Double> values) {

    public static final String EVERY_CATEGORY = "*";

    /** A cell of own accounts speaks for itself from this many on. */
    public static final int ENOUGH_ACCOUNTS = 200;

    public enum Origin {
        OWN,
        PUBLISHED
    }

    /** Which share of the accounts, in percent, has a value of at most this. */
    public double percentileOf(double value) {
        int last = values.size() - 1;
        if (value >= values.get(last)) {
            return beyond(value, last);
        }
        if (value <= values.get(0)) {
            return value < values.get(0) ? 0 : percents.get(0);
        }
        int above = 1;
        while (values.get(above) <= value) {
            above++;
        }
        double low = values.get(above - 1);
        double share = (value - low) / (values.get(above) - low);
        return percents.get(above - 1) + share * (percents.get(above) - percents.get(above - 1));
    }

    public double median() {
        int above = 0;
        while (percents.get(above) < 50) {
            above++;
        }
        if (percents.get(above) == 50) {
            return values.get(above);
        }
        double share = (50.0 - percents.get(above - 1)) / (percents.get(above) - percents.get(above - 1));
        return values.get(above - 1) + share * (values.get(above) - values.get(above - 1));
    }

    /** Published tables end below 100 %: what lies beyond approaches 100 without reaching it. */
    private double beyond(double value, int last) {
        double rank = percents.get(last);
        return value <= 0 ? rank : 100 - (100 - rank) * (values.get(last) / value);
    }
}
