package dev.vouch.scoring.metric.domain;

import java.util.List;

/** Observed values in ascending order. */
record Sample(List<Double> sorted) {

    /** At 90 % each end of the interval may miss the true median with this probability. */
    private static final double TAIL = 0.05;

    static Sample of(List<Double> values) {
        return new Sample(values.stream().sorted().toList());
    }

    int size() {
        return sorted.size();
    }

    double median() {
        int n = size();
        return n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }

    double low() {
        return sorted.get(rank());
    }

    double high() {
        return sorted.get(size() - 1 - rank());
    }

    /**
     * How many values may be cut off at each end so that what remains still covers the median with 90 %: the order-statistic
     * interval, which assumes no distribution. Below five values it is simply everything seen.
     */
    private int rank() {
        int n = size();
        double probability = Math.pow(0.5, n);
        double below = probability;
        int cut = 0;
        while (below <= TAIL && cut < (n - 1) / 2) {
            cut++;
            probability *= (double) (n - cut + 1) / cut;
            below += probability;
        }
        return Math.max(0, cut - 1);
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
