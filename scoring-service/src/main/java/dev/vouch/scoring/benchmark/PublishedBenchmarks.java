package dev.vouch.scoring.benchmark;

import dev.vouch.scoring.benchmark.domain.BenchmarkCell;
import dev.vouch.scoring.benchmark.domain.BenchmarkCell.Origin;
import dev.vouch.scoring.benchmark.domain.Tier;
import dev.vouch.scoring.benchmark.domain.Tiers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What others have published, from the versioned file {@code benchmarks/published.csv}: platform, followers from and to, the
 * values at 20, 40, 60 and 80 percent, source, year. The source names bands without saying how many accounts each holds;
 * equal fifths are our assumption.
 */
final class PublishedBenchmarks {

    private static final String FILE = "benchmarks/published.csv";
    private static final List<Integer> PERCENTS = List.of(0, 20, 40, 60, 80);

    private record Row(String platform, long from, long to, List<Double> values, String source, int year) {}

    private PublishedBenchmarks() {}

    /** One cell for each tier whose middle lies in a published range. */
    static List<BenchmarkCell> cells(Tiers tiers) {
        var cells = new ArrayList<BenchmarkCell>();
        for (var row : rows()) {
            tiers.tiers().stream().filter(tier -> isIn(row, tier)).forEach(tier -> cells.add(cell(row, tier)));
        }
        return List.copyOf(cells);
    }

    private static boolean isIn(Row row, Tier tier) {
        long middle = tier.to() == Long.MAX_VALUE ? tier.from() + 1 : (tier.from() + tier.to()) / 2;
        return row.from() <= middle && middle < row.to();
    }

    private static BenchmarkCell cell(Row row, Tier tier) {
        return new BenchmarkCell(
                row.platform(),
                tier.id(),
                BenchmarkCell.EVERY_CATEGORY,
                0,
                Origin.PUBLISHED,
                row.source(),
                row.year(),
                PERCENTS,
                row.values());
    }

    private static List<Row> rows() {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(loader.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(line.split(";")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Row row(String[] cells) {
        return new Row(
                cells[0],
                Long.parseLong(cells[1]),
                Long.parseLong(cells[2]),
                List.of(0.0, number(cells[3]), number(cells[4]), number(cells[5]), number(cells[6])),
                cells[7],
                Integer.parseInt(cells[8]));
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }
}
