package dev.vouch.scoring.benchmark.domain;

import dev.vouch.scoring.benchmark.domain.BenchmarkCell.Origin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Counts own accounts into cells, part by part, and makes a snapshot of what is enough. */
public final class Census {

    private record Cell(String platform, String tier, String category) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return toString().compareTo(other.toString());
        }
    }

    private static final List<Integer> PERCENTS =
            IntStream.rangeClosed(0, 100).boxed().toList();

    private final Map<Cell, Histogram> cells = new TreeMap<>();
    private int accounts;

    public void count(String platform, String tier, List<Observation> observations) {
        for (var observation : observations) {
            accounts++;
            add(new Cell(platform, tier, BenchmarkCell.EVERY_CATEGORY), observation);
            observation.categories().stream()
                    .distinct()
                    .forEach(category -> add(new Cell(platform, tier, category), observation));
        }
    }

    /** @param published stand in for the cells that have not enough own accounts yet */
    public BenchmarkSnapshot snapshot(String metric, Instant takenAt, List<BenchmarkCell> published) {
        var all = new ArrayList<BenchmarkCell>();
        cells.forEach((cell, histogram) -> {
            if (histogram.size() >= BenchmarkCell.ENOUGH_ACCOUNTS) {
                all.add(own(cell, histogram, takenAt));
            }
        });
        published.stream()
                .filter(cell -> all.stream()
                        .noneMatch(own -> own.platform().equals(cell.platform())
                                && own.tier().equals(cell.tier())
                                && own.category().equals(cell.category())))
                .forEach(all::add);
        return new BenchmarkSnapshot(metric, takenAt, accounts, List.copyOf(all));
    }

    private static BenchmarkCell own(Cell cell, Histogram histogram, Instant takenAt) {
        return new BenchmarkCell(
                cell.platform(),
                cell.tier(),
                cell.category(),
                histogram.size(),
                Origin.OWN,
                "own data",
                takenAt.atZone(ZoneOffset.UTC).getYear(),
                PERCENTS,
                histogram.quantiles());
    }

    private void add(Cell cell, Observation observation) {
        cells.computeIfAbsent(cell, none -> new Histogram()).add(observation.percent());
    }
}
