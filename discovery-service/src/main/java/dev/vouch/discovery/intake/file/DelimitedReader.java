package dev.vouch.discovery.intake.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vouch.chassis.decision.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Tab, semicolon or comma, whichever the header has most of. A line of {@code =} below the header and rows without a value
 * are passed over; of two columns of one name the second is called {@code name#2}.
 */
final class DelimitedReader implements RowReader {

    private static final List<Character> DELIMITERS = List.of('\t', ';', ',');
    private static final int LONGEST_HEADER = 32 * 1024;

    @Override
    public Set<String> columns(Reader file) throws IOException {
        try (var records = parser(file)) {
            var all = records.iterator();
            return all.hasNext() ? new LinkedHashSet<>(header(all.next())) : Set.of();
        }
    }

    @Override
    public void read(Reader file, RowSink sink) throws IOException {
        long number = 0;
        try (var records = parser(file)) {
            var all = records.iterator();
            if (!all.hasNext()) {
                return;
            }
            var header = header(all.next());
            while (all.hasNext()) {
                var row = all.next();
                if (!isRuler(row) && !isEmpty(row)) {
                    number++;
                    sink.take(row(number, header, row));
                }
            }
        } catch (UncheckedIOException | IllegalStateException broken) {
            sink.take(Row.unreadable(number + 1, Reason.of("import.broken-from-here")));
        }
    }

    private static Row row(long number, List<String> header, CSVRecord row) {
        if (row.size() > header.size()) {
            return Row.unreadable(
                    number, Reason.of("import.too-many-columns", "columns", header.size(), "found", row.size()));
        }
        var values = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < row.size(); column++) {
            values.put(header.get(column), row.get(column));
        }
        return Row.of(number, values);
    }

    private static List<String> header(CSVRecord first) {
        var names = new ArrayList<String>();
        for (var cell : first) {
            var name = cell.strip().replaceAll("\\s+", " ");
            var unique = name;
            for (int number = 2; names.contains(unique); number++) {
                unique = name + "#" + number;
            }
            names.add(unique);
        }
        return names;
    }

    private static boolean isRuler(CSVRecord row) {
        return row.size() == 1 && row.get(0).strip().matches("[=-]{3,}");
    }

    private static boolean isEmpty(CSVRecord row) {
        return row.stream().allMatch(String::isBlank);
    }

    private static CSVParser parser(Reader file) throws IOException {
        var buffered = file instanceof BufferedReader already ? already : new BufferedReader(file);
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(buffered))
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get()
                .parse(buffered);
    }

    private static char delimiter(BufferedReader file) throws IOException {
        file.mark(LONGEST_HEADER);
        var counts = new int[DELIMITERS.size()];
        var quoted = false;
        for (int read = 0; read < LONGEST_HEADER - 1; read++) {
            int next = file.read();
            if (next < 0 || (next == '\n' && !quoted)) {
                break;
            }
            quoted = (next == '"') != quoted;
            int which = DELIMITERS.indexOf((char) next);
            if (which >= 0 && !quoted) {
                counts[which]++;
            }
        }
        file.reset();
        int most = 0;
        for (int which = 1; which < counts.length; which++) {
            most = counts[which] > counts[most] ? which : most;
        }
        return DELIMITERS.get(most);
    }
}
