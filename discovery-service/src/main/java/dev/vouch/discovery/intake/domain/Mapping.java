package dev.vouch.discovery.intake.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one kind of file become observations. A new kind of file needs a new mapping and no code.
 *
 * @param recognisedBy the columns, or the fields of the first object, by which such a file is known
 * @param constants what every row says without saying it, e.g. the platform
 * @param fields by the name of the observation's field
 */
public record Mapping(
        String name,
        String description,
        Format format,
        Kind kind,
        String source,
        List<String> recognisedBy,
        Map<String, String> constants,
        Map<String, FieldRule> fields,
        List<RefusalRule> refuse) {

    public enum Format {
        DELIMITED,
        JSON_LINES
    }

    /** Which observation a row becomes. */
    public enum Kind {
        PROFILE,
        POST
    }

    public Mapping {
        recognisedBy = List.copyOf(recognisedBy);
        constants = constants == null ? Map.of() : inOrder(constants);
        fields = inOrder(fields);
        refuse = refuse == null ? List.of() : List.copyOf(refuse);
    }

    /** By name, so that the same row becomes the same bytes wherever and whenever it is mapped. */
    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** What the text of a cell or field stands for. */
    public enum Conversion {
        TEXT,
        /** Without {@code @}, or cut out of a profile's address. */
        HANDLE,
        /** 1,432 and 1.432, 48.5M, 48,5 Tsd. */
        WHOLE_NUMBER,
        /** ISO 8601, seconds or milliseconds since 1970, 04.06.2007. */
        TIME,
        FLAG,
        /** Whether there is anything at all. */
        PRESENT,
        LIST,
        LANGUAGES,
        COUNTRY,
        CODE,
        /** E-mail addresses, each with where it was found. */
        ADDRESSES,
        HASHTAGS,
        MENTIONS,
        OBJECTS,
        /** As it is: the file already speaks our language. */
        AS_IS
    }

    /**
     * Where one field comes from.
     *
     * @param from columns or dotted paths; of a list all count, else the first that says anything
     * @param values replaces what is written by what is meant; {@code otherwise} stands for all others
     * @param equalTo makes a flag of a comparison
     * @param template text with {@code {column}} in it, nothing if one of them is missing
     * @param zeroIsMissing for sources that write 0 where they know nothing
     * @param each the fields of each object of a list
     * @param when only if this holds
     */
    public record FieldRule(
            List<String> from,
            @Nullable Conversion as,
            @Nullable Map<String, String> values,
            @Nullable String otherwise,
            @Nullable String equalTo,
            @Nullable String template,
            @Nullable String separator,
            @Nullable String foundIn,
            @Nullable Boolean zeroIsMissing,
            @Nullable Map<String, FieldRule> each,
            @Nullable Condition when) {

        public FieldRule {
            from = from == null ? List.of() : List.copyOf(from);
            each = each == null ? null : inOrder(each);
        }
    }

    /** Holds if the text of one column contains the text of another. */
    public record Condition(String text, String contains) {}

    /** A row is refused unless one of the conditions holds. */
    public record RefusalRule(String code, List<Condition> unless) {}
}
