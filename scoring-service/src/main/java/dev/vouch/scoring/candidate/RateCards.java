package dev.vouch.scoring.candidate;

import dev.vouch.scoring.fit.domain.RateCard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the versioned table of prices, {@code rates/rates.csv}. */
final class RateCards {

    private static final String FILE = "rates/rates.csv";

    private RateCards() {}

    static RateCard read() {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(loader.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            var lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return new RateCard(
                    lines.get(0),
                    lines.stream().skip(1).map(line -> rate(line.split(";"))).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static RateCard.Rate rate(String[] cells) {
        return new RateCard.Rate(
                cells[0],
                cells[1],
                Long.parseLong(cells[2]),
                Long.parseLong(cells[3]),
                Long.parseLong(cells[4]),
                Long.parseLong(cells[5]),
                Long.parseLong(cells[6]),
                cells[7],
                Integer.parseInt(cells[8]));
    }
}
