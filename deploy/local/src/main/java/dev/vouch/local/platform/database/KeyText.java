package dev.vouch.local.platform.database;

import de.bwaldvogel.mongo.backend.Missing;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Index keys as text. Values that MongoDB calls equal have equal texts (1 and 1.0, null and missing), and no value's text
 * is the beginning of another's: so the texts of leading fields are exactly the prefix of the compound key.
 */
final class KeyText {

    private static final char END = '\u0000';
    private static final char ESCAPED = '\u0001';

    private KeyText() {}

    static String of(Iterable<?> values) {
        var text = new StringBuilder();
        values.forEach(value -> append(text, value));
        return text.toString();
    }

    static String of(@Nullable Object value) {
        var text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        if (value == null || value instanceof Missing) {
            text.append('n').append(END);
        } else if (value instanceof Number number) {
            text.append('d').append(numberText(number)).append(END);
        } else if (value instanceof String string) {
            text.append('s').append(escaped(string)).append(END);
        } else if (value instanceof Instant instant) {
            text.append('t').append(instant.toEpochMilli()).append(END);
        } else if (value instanceof Map<?, ?> map) {
            text.append('m');
            map.forEach((name, field) -> {
                append(text, name);
                append(text, field);
            });
            text.append(END);
        } else if (value instanceof Collection<?> collection) {
            text.append('l');
            collection.forEach(element -> append(text, element));
            text.append(END);
        } else {
            text.append('o').append(value.getClass().getSimpleName()).append(' ');
            text.append(escaped(value.toString())).append(END);
        }
    }

    private static String numberText(Number number) {
        double approximation = number.doubleValue();
        if (number instanceof Long && number.longValue() != (long) approximation) {
            return number.toString();
        }
        return Double.toString(approximation == 0.0 ? 0.0 : approximation);
    }

    private static String escaped(String text) {
        if (text.indexOf(END) < 0 && text.indexOf(ESCAPED) < 0) {
            return text;
        }
        return text.replace("\u0001", "\u0001\u0002").replace("\u0000", "\u0001\u0003");
    }
}
