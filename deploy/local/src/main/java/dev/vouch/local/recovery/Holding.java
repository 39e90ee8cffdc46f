package dev.vouch.local.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A collection and what it is, from {@code collections.csv}; a test compares that file with the collections that really exist.
 *
 * @param topic on which its documents speak, empty if they say nothing
 * @param groups the consumer groups that fill a projection
 * @param newestOf the topic of which the newest event of a subject says all that the projection keeps, empty if every event counts
 * @param types the events of that topic that it heeds
 */
public record Holding(
        String database,
        String collection,
        Kind kind,
        String topic,
        List<String> groups,
        String newestOf,
        List<String> types) {

    public enum Kind {
        SOURCE,
        PROJECTION,
        TECHNICAL
    }

    private static final String FILE = "collections.csv";

    public String name() {
        return database + "." + collection;
    }

    public boolean isKept() {
        return kind != Kind.TECHNICAL;
    }

    /** Two collections speak on the topic of longlists: the entries' subjects are paths. */
    boolean speaksOf(String subject) {
        return collection.equals("longlist-entries")
                == (topic.equals("vouch.discovery.longlist") && subject.contains("/"));
    }

    public static List<Holding> all() {
        try (var file = Objects.requireNonNull(Holding.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> of(Arrays.copyOf(line.split(";"), 6)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Holding of(String[] cells) {
        var dot = cells[0].indexOf('.');
        return new Holding(
                cells[0].substring(0, dot),
                cells[0].substring(dot + 1),
                Kind.valueOf(cells[1]),
                Objects.requireNonNullElse(cells[2], ""),
                words(cells[3]),
                Objects.requireNonNullElse(cells[4], ""),
                words(cells[5]));
    }

    private static List<String> words(String cell) {
        return cell == null || cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }
}
