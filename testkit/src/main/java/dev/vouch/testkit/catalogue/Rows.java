package dev.vouch.testkit.catalogue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table in a text file: one row a line, cells between bars, {@code #} before what is said about it. */
final class Rows {

    private Rows() {}

    static List<List<String>> of(String resource, int cells) {
        var rows = new ArrayList<List<String>>();
        for (var line : lines(resource)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var row = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            if (row.size() != cells) {
                throw new IllegalStateException(resource + " needs " + cells + " cells: " + line);
            }
            rows.add(row);
        }
        return List.copyOf(rows);
    }

    private static List<String> lines(String resource) {
        try (var in = Rows.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
