package dev.vouch.scoring.benchmark.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The benchmarks as they stood at one time. Never changed: a score names the snapshot that it used.
 *
 * @param metric id of the metric that all cells are about
 * @param accounts how many own accounts were counted
 */
public record BenchmarkSnapshot(String metric, Instant takenAt, int accounts, List<BenchmarkCell> cells) {

    /** Follows from what was counted: the same figures are the same snapshot. */
    public String id() {
        return UUID.nameUUIDFromBytes((metric + accounts + cells).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The narrowest cell that holds enough: tier and category, tier alone, else the published figures. */
    public Optional<BenchmarkCell> cellFor(String platform, String tier, List<String> categories) {
        return Stream.concat(categories.stream(), Stream.of(BenchmarkCell.EVERY_CATEGORY))
                .flatMap(category -> cells.stream().filter(cell -> isFor(cell, platform, tier, category)))
                .findFirst();
    }

    private static boolean isFor(BenchmarkCell cell, String platform, String tier, String category) {
        return cell.platform().equals(platform)
                && cell.tier().equals(tier)
                && cell.category().equals(category);
    }
}
