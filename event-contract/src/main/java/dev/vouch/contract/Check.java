package dev.vouch.contract;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the schemas demand, checked by the records themselves, so that no record with an impossible value exists on
 * either side. A test proves that records and schemas refuse the same. Checks named optional accept null, which is absence.
 *
 * <p>Every refusal is an {@link IllegalArgumentException} that reads "field: what is wrong" and never shows the value.
 */
public final class Check {

    /** The greatest whole number that every JSON reader reads exactly. */
    public static final long MAX_WHOLE = 9_007_199_254_740_991L;

    private static final Spelling ID = Spelling.of("A-Za-z0-9._~:-", 1, 128).beginningWith("A-Za-z0-9");
    private static final Spelling PLATFORM = Spelling.of("a-z0-9", 1, 32).beginningWith("a-z");
    private static final Spelling HASH = Spelling.of("0-9a-f", 16, 16);
    private static final Spelling POST_KEY = Spelling.of("0-9a-f", 16, 64);
    private static final Spelling CODE = Spelling.of("a-z0-9._-", 1, 100).beginningWith("a-z0-9");
    private static final Spelling COUNTRY = Spelling.of("A-Z", 2, 2);
    private static final Spelling CURRENCY = Spelling.of("A-Z", 3, 3);
    private static final Predicate<String> LANGUAGE =
            Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}").asMatchPredicate();

    private Check() {}

    public static void required(String field, @Nullable Object value) {
        if (value == null) {
            throw wrong(field, "is required");
        }
    }

    public static void anyPresent(String fields, @Nullable Object... values) {
        for (var value : values) {
            if (value != null) {
                return;
            }
        }
        throw wrong(fields, "one of them is required");
    }

    public static void text(String field, @Nullable String value, int maxLength) {
        required(field, value);
        optionalText(field, value, maxLength);
    }

    public static void optionalText(String field, @Nullable String value, int maxLength) {
        if (value != null && value.isEmpty()) {
            throw wrong(field, "must not be empty");
        }
        optionalFreeText(field, value, maxLength);
    }

    /** Text that somebody wrote, which may be empty. */
    public static void freeText(String field, @Nullable String value, int maxLength) {
        required(field, value);
        optionalFreeText(field, value, maxLength);
    }

    public static void optionalFreeText(String field, @Nullable String value, int maxLength) {
        if (value != null && value.length() > maxLength && value.codePointCount(0, value.length()) > maxLength) {
            throw wrong(field, "is longer than " + maxLength + " characters");
        }
    }

    public static void id(String field, @Nullable String value) {
        matches(field, value, ID, "is not an id");
    }

    public static void influencerId(String field, @Nullable String value) {
        matches(field, value, Check::isInfluencerId, "is not an influencer id like instagram-3f9c1a7be2d04586");
    }

    public static void optionalInfluencerId(String field, @Nullable String value) {
        if (value != null) {
            influencerId(field, value);
        }
    }

    public static void postKey(String field, @Nullable String value) {
        matches(field, value, POST_KEY, "is not a keyed hash of 16 to 64 hexadecimal digits");
    }

    public static void code(String field, @Nullable String value) {
        matches(field, value, CODE, "is not a code like profile.gone");
    }

    public static void optionalCode(String field, @Nullable String value) {
        if (value != null) {
            code(field, value);
        }
    }

    public static void language(String field, @Nullable String value) {
        matches(field, value, LANGUAGE, "is not a BCP 47 language code");
    }

    public static void optionalLanguage(String field, @Nullable String value) {
        if (value != null) {
            language(field, value);
        }
    }

    public static void country(String field, @Nullable String value) {
        matches(field, value, COUNTRY, "is not an ISO 3166-1 country code of two capitals");
    }

    public static void optionalCountry(String field, @Nullable String value) {
        if (value != null) {
            country(field, value);
        }
    }

    public static void currency(String field, @Nullable String value) {
        matches(field, value, CURRENCY, "is not an ISO 4217 currency code of three capitals");
    }

    public static void optionalCurrency(String field, @Nullable String value) {
        if (value != null) {
            currency(field, value);
        }
    }

    public static void notNegative(String field, long value) {
        range(field, value, 0, MAX_WHOLE);
    }

    public static void optionalNotNegative(String field, @Nullable Long value) {
        if (value != null) {
            notNegative(field, value);
        }
    }

    public static void range(String field, long value, long min, long max) {
        if (value < min || value > max) {
            throw wrong(field, "is not between " + min + " and " + max);
        }
    }

    public static void range(String field, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw wrong(field, "is not between " + min + " and " + max);
        }
    }

    public static void number(String field, double value) {
        if (!Double.isFinite(value)) {
            throw wrong(field, "is not a finite number");
        }
    }

    public static void optionalNumber(String field, @Nullable Double value) {
        if (value != null) {
            number(field, value);
        }
    }

    /** Returns an unchangeable copy. */
    public static <T> List<T> list(String field, @Nullable List<T> value, int maxItems) {
        return list(field, value, maxItems, Check::required);
    }

    /** Returns an unchangeable copy of a list each item of which passed the check. */
    public static <T> List<T> list(String field, @Nullable List<T> value, int maxItems, BiConsumer<String, T> item) {
        if (value == null) {
            throw wrong(field, "is required");
        }
        if (value.size() > maxItems) {
            throw wrong(field, "has more than " + maxItems + " items");
        }
        for (var one : value) {
            item.accept(field, one);
        }
        return List.copyOf(value);
    }

    /** Returns an unchangeable copy of a list that has at least one item. */
    public static <T> List<T> filledList(String field, @Nullable List<T> value, int maxItems) {
        if (value != null && value.isEmpty()) {
            throw wrong(field, "must not be empty");
        }
        return list(field, value, maxItems);
    }

    /** Returns an unchangeable copy, or null for null: an unknown list is not an empty one. */
    public static <T> @Nullable List<T> optionalList(String field, @Nullable List<T> value, int maxItems) {
        return value == null ? null : list(field, value, maxItems);
    }

    /** Returns an unchangeable copy of a list each item of which passed the check, or null for null. */
    public static <T> @Nullable List<T> optionalList(
            String field, @Nullable List<T> value, int maxItems, BiConsumer<String, T> item) {
        return value == null ? null : list(field, value, maxItems, item);
    }

    private static boolean isInfluencerId(String value) {
        int dash = value.lastIndexOf('-');
        return dash > 0 && PLATFORM.test(value, 0, dash) && HASH.test(value, dash + 1, value.length());
    }

    private static void matches(String field, @Nullable String value, Predicate<String> spelling, String otherwise) {
        if (value == null) {
            throw wrong(field, "is required");
        }
        if (!spelling.test(value)) {
            throw wrong(field, otherwise);
        }
    }

    private static IllegalArgumentException wrong(String field, String what) {
        return new IllegalArgumentException(field + ": " + what);
    }
}
