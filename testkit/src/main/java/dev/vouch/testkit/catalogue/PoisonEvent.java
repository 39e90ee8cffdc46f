package dev.vouch.testkit.catalogue;

import dev.vouch.contract.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code poison-events.txt}, which says what its cells mean.
 *
 * @param field in which manner each field is to be spoiled; null if the change is of the whole record
 */
public record PoisonEvent(
        String id,
        String name,
        String topics,
        List<String> changes,
        String expected,
        @Nullable String field) {

    private static final int CELLS = 5;
    private static final String NOT_APPLICABLE = "not applicable: ";
    private static final String FIELD = "field ";

    public static List<PoisonEvent> all() {
        return Rows.of("poison-events.txt", CELLS).stream()
                .map(row -> new PoisonEvent(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3).startsWith(FIELD)
                                ? List.of()
                                : Stream.of(row.get(3).split(";;"))
                                        .map(String::strip)
                                        .toList(),
                        row.get(4),
                        row.get(3).startsWith(FIELD) ? row.get(3).substring(FIELD.length()) : null))
                .toList();
    }

    public boolean appliesTo(Topic topic) {
        boolean observations = topic.kind() == Topic.Kind.OBSERVATIONS;
        return !expected.startsWith(NOT_APPLICABLE)
                && switch (topics) {
                    case "every" -> true;
                    case "facts" -> !observations;
                    case "observations" -> observations;
                    default -> topics.equals(topic.name());
                };
    }

    public boolean isRefusedByTheBroker() {
        return expected.equals("refused");
    }

    public boolean follows(String change) {
        return changes.contains(change);
    }

    /** Whether the next good event must have the sequence behind this record's. */
    public boolean takesItsTurn() {
        return !List.of("ignored", "refused", "envelope").contains(expected);
    }

    /**
     * @param reason of the dead letter, null for none
     * @param valid whether the published schema takes the value
     */
    public boolean expects(@Nullable String reason, boolean valid) {
        return switch (expected) {
            case "counted", "ignored", "refused" -> reason == null;
            case "schema?" -> valid ? reason == null : "schema".equals(reason) || "json".equals(reason);
            default -> List.of(expected.split(" ")).contains(reason == null ? "counted" : reason);
        };
    }

    public void spoil(RawRecord record, EventSample sample) {
        for (var change : changes) {
            int space = change.indexOf(' ');
            var value = space < 0 ? "" : change.substring(space + 1);
            switch (space < 0 ? change : change.substring(0, space)) {
                case "value" -> record.value = Bytes.of(value);
                case "no-value" -> record.value = null;
                case "half" -> record.value = Arrays.copyOf(record.value(), record.value().length / 2);
                case "before" -> record.value = joined(value, record);
                case "behind" -> record.value = RawRecord.joined(record.value(), Bytes.of(value));
                case "gzip" -> record.unpacked(Integer.parseInt(value));
                case "over-limit" -> record.overLimit();
                case "key" -> record.key = value;
                case "no-key" -> record.key = null;
                case "header" ->
                    record.header(
                            value.substring(0, value.indexOf(':')),
                            Bytes.unescaped(
                                    value.substring(value.indexOf(':') + 1).strip()));
                case "headers" -> record.manyHeaders(Integer.parseInt(value));
                case "without" -> record.without(value);
                case "data" -> record.value = sample.other();
                case "again", "own", "type" -> {
                    // said by the walk, which knows the events before
                }
                default -> throw new IllegalStateException("no such change: " + change);
            }
        }
    }

    /** What stands before an object's brace may be the beginning of that object. */
    private static byte[] joined(String before, RawRecord record) {
        var value = record.value();
        var rest = before.endsWith(",") ? Arrays.copyOfRange(value, 1, value.length) : value;
        return RawRecord.joined(Bytes.of(before), rest);
    }

    @Override
    public String toString() {
        return id + " " + name;
    }
}
