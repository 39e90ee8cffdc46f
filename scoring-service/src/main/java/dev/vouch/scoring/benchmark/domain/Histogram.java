package dev.vouch.scoring.benchmark.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of rates, exact to a hundredth of a percent point: two of them merge into what one over both parts would be. */
public final class Histogram {

    private static final int STEPS_PER_POINT = 100;

    private final TreeMap<Integer, Integer> counts = new TreeMap<>();
    private int size;

    public void add(double percent) {
        addAll(Map.of((int) Math.round(percent * STEPS_PER_POINT), 1));
    }

    public void merge(Histogram other) {
        addAll(other.counts);
    }

    public int size() {
        return size;
    }

    /** The values at 0, 1, ... 100 percent of the accounts; nobody counted, no values. */
    public List<Double> quantiles() {
        var values = new ArrayList<Double>();
        if (size == 0) {
            return values;
        }
        int below = 0;
        for (var entry : counts.entrySet()) {
            below += entry.getValue();
            while (values.size() <= 100 && below >= Math.max(1, Math.ceil(size * values.size() / 100.0))) {
                values.add((double) entry.getKey() / STEPS_PER_POINT);
            }
        }
        return values;
    }

    private void addAll(Map<Integer, Integer> others) {
        others.forEach((step, count) -> {
            counts.merge(step, count, Integer::sum);
            size += count;
        });
    }
}
