package dev.vouch.discovery.intake.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people and spreadsheets write into cells. Missing is missing and never 0; what is neither is an error. */
final class Cells {

    private static final Set<String> MISSING = Set.of(
            "", "-", "–", "n/a", "n/a'", "na", "nan", "none", "null", "#wert!", "#value!", "#valor!", "#n/a", "#nv",
            "#ref!");

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?[\\d.,'’\\s\\u00A0\\u202F]*\\d)(?:[eE]([+-]?\\d{1,2}))?\\s*(\\p{L}*)\\.?");

    private static final Map<String, Integer> MAGNITUDES = Map.ofEntries(
            Map.entry("", 0),
            Map.entry("k", 3),
            Map.entry("tsd", 3),
            Map.entry("t", 3),
            Map.entry("m", 6),
            Map.entry("mio", 6),
            Map.entry("mn", 6),
            Map.entry("b", 9),
            Map.entry("mrd", 9));

    private static final Pattern PROFILE_ADDRESS =
            Pattern.compile("(?:https?://)?(?:www\\.)?[a-z]+\\.(?:com|tv)/@?([^/?#]+).*", Pattern.CASE_INSENSITIVE);

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT),
            DateTimeFormatter.BASIC_ISO_DATE);

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");
    private static final long EARLIEST_MILLIS = 100_000_000_000L;
    private static final int BASIC_DATE_LENGTH = 8;

    private Cells() {}

    static boolean isMissing(String cell) {
        return MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** @throws NotConvertible for anything but a number that is a whole one when written out */
    static long wholeNumber(String cell) {
        var found = NUMBER.matcher(cell.strip());
        var magnitude = found.matches() ? MAGNITUDES.get(found.group(3).toLowerCase(Locale.ROOT)) : null;
        if (magnitude == null) {
            throw new NotConvertible();
        }
        var exponent = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        return new BigDecimal(plain(found.group(1), magnitude > 0 || exponent != 0))
                .scaleByPowerOfTen(magnitude + exponent)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /**
     * Of two kinds of separator the last one is decimal. A single kind groups thousands where it stands before exactly three
     * digits, unless a magnitude follows, and else is decimal.
     */
    private static String plain(String number, boolean hasMagnitude) {
        var digits = number.replaceAll("['’\\s\\u00A0\\u202F]", "");
        int dot = digits.lastIndexOf('.');
        int comma = digits.lastIndexOf(',');
        if (dot >= 0 && comma >= 0) {
            var grouping = dot > comma ? "," : ".";
            return digits.replace(grouping, "").replace(',', '.');
        }
        int last = Math.max(dot, comma);
        if (last < 0) {
            return digits;
        }
        var isRepeated = digits.indexOf(digits.charAt(last)) != last;
        var groups = isRepeated || (digits.length() - last == 4 && !hasMagnitude && last > 0);
        return groups ? digits.replaceAll("[.,]", "") : digits.replace(',', '.');
    }

    static Instant time(String cell) {
        var text = cell.strip();
        if (WHOLE.matcher(text).matches() && text.length() != BASIC_DATE_LENGTH) {
            var number = Long.parseLong(text);
            return number >= EARLIEST_MILLIS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException noMoment) {
            return day(text);
        }
    }

    private static Instant day(String text) {
        return DAYS.stream()
                .flatMap(format -> day(text, format).stream())
                .findFirst()
                .orElseThrow(NotConvertible::new);
    }

    private static Optional<Instant> day(String text, DateTimeFormatter format) {
        try {
            return Optional.of(
                    LocalDate.parse(text, format).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException anotherFormat) {
            return Optional.empty();
        }
    }

    static boolean flag(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "ja", "1", "x", "wahr" -> true;
            case "false", "no", "nein", "0", "falsch" -> false;
            default -> throw new NotConvertible();
        };
    }

    static String handle(String cell) {
        var text = cell.strip();
        var address = PROFILE_ADDRESS.matcher(text);
        var handle = address.matches() ? address.group(1) : text;
        handle = handle.startsWith("@") ? handle.substring(1) : handle;
        if (handle.isEmpty() || handle.chars().anyMatch(Character::isWhitespace)) {
            throw new NotConvertible();
        }
        return handle;
    }

    static String country(String cell) {
        var text = cell.strip();
        if (text.matches("[A-Za-z]{2}")) {
            return text.toUpperCase(Locale.ROOT);
        }
        for (var code : Locale.getISOCountries()) {
            var country = new Locale("", code);
            if (country.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(text)
                    || country.getDisplayCountry(Locale.GERMAN).equalsIgnoreCase(text)) {
                return code;
            }
        }
        throw new NotConvertible();
    }

    /** The cell has another type than its column. */
    static final class NotConvertible extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotConvertible() {
            super(null, null, false, false);
        }
    }

    static @Nullable String orNull(String cell) {
        return isMissing(cell) ? null : cell.strip();
    }
}
