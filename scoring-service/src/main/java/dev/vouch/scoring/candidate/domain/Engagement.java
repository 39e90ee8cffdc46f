package dev.vouch.scoring.candidate.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.benchmark.domain.BenchmarkCell;
import dev.vouch.scoring.metric.domain.Metric;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import org.jspecify.annotations.Nullable;

/**
 * How an account's engagement stands among accounts of its size. A few posts say little: the fewer there are, the nearer
 * both figures stay to the middle of the benchmark.
 */
record Engagement(
        double value,
        Reason reason,
        int posts,
        @Nullable Double measuredPercent,
        @Nullable Double percentile,
        @Nullable Double expectedPercent,
        @Nullable Double expectedPerPost) {

    /** The benchmark counts as much as this many posts of the account. */
    private static final double BENCHMARK_POSTS = 2;

    private static final double UNKNOWN_VALUE = 0.4;

    static Engagement of(Scorecard card, @Nullable BenchmarkCell cell) {
        var rate = card.metric(Metric.ER_FOLLOWERS_MEDIAN);
        var percent = rate.value();
        if (percent == null) {
            var expected = cell == null ? null : rounded(cell.median());
            return new Engagement(
                    UNKNOWN_VALUE,
                    Reason.of("engagement.unknown"),
                    0,
                    null,
                    null,
                    expected,
                    perPost(card.followers(), expected));
        }
        if (cell == null) {
            return new Engagement(
                    UNKNOWN_VALUE,
                    Reason.of("engagement.without-benchmark", "percent", percent, "posts", rate.n()),
                    rate.n(),
                    percent,
                    null,
                    percent,
                    perPost(card.followers(), percent));
        }
        double rank = cell.percentileOf(percent);
        double shrunk = (rate.n() * rank + BENCHMARK_POSTS * 50) / (rate.n() + BENCHMARK_POSTS);
        var expected = rounded(between(percent, rate.n(), cell.median()));
        return new Engagement(
                shrunk / 100,
                Reason.of(
                        "engagement.in-tier",
                        "percent",
                        percent,
                        "posts",
                        rate.n(),
                        "percentile",
                        Math.round(rank),
                        "median",
                        rounded(cell.median()),
                        "tier",
                        cell.tier()),
                rate.n(),
                percent,
                rounded(rank),
                expected,
                perPost(card.followers(), expected));
    }

    /** Rates spread by factors, so the mean is taken of their logarithms. */
    private static double between(double percent, int posts, double median) {
        double measured = Math.max(percent, 0.01);
        return Math.exp((posts * Math.log(measured) + BENCHMARK_POSTS * Math.log(Math.max(median, 0.01)))
                / (posts + BENCHMARK_POSTS));
    }

    private static @Nullable Double perPost(@Nullable Long followers, @Nullable Double percent) {
        return followers == null || percent == null ? null : rounded(followers * percent / 100);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
