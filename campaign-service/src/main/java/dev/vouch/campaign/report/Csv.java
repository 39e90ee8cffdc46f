package dev.vouch.campaign.report;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of RFC 4180 that no spreadsheet takes for a formula. */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    static String row(@Nullable Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        var text = Objects.toString(value, "");
        var safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
