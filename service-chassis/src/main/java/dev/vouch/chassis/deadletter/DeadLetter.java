package dev.vouch.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record with the reason why it was set aside.
 *
 * @param group the consumer group that could not use it
 * @param part which of the channel's listeners could not use it; null when none of them could
 * @param reason stable and short: {@code envelope}, {@code json}, {@code schema}, {@code gap}, {@code handler}
 * @param detail for a person
 */
public record DeadLetter(
        ConsumerRecord<byte[], byte[]> original,
        String group,
        @Nullable String part,
        String reason,
        String detail) {

    public static final String REASON = "vouch-dlt-reason";
    public static final String DETAIL = "vouch-dlt-detail";
    public static final String TOPIC = "vouch-dlt-topic";
    public static final String PARTITION = "vouch-dlt-partition";
    public static final String OFFSET = "vouch-dlt-offset";
    public static final String GROUP = "vouch-dlt-group";
    public static final String PART = "vouch-dlt-part";
    public static final String AT = "vouch-dlt-at";

    private static final List<String> OURS = List.of(REASON, DETAIL, TOPIC, PARTITION, OFFSET, GROUP, PART, AT);
    private static final int MAX_DETAIL = 1000;

    /** Where a group's dead letters of a topic lie. */
    public static String topicOf(String source, String group) {
        return source + "." + group + ".dlt";
    }

    /** The original's key, value and headers, byte for byte, with the reason in headers of its own. */
    ProducerRecord<byte[], byte[]> toRecord(Instant at) {
        var topic = topicOf(original.topic(), group);
        var copy = new ProducerRecord<>(topic, null, original.key(), original.value(), original.headers());
        OURS.forEach(copy.headers()::remove); // nobody but us says why
        add(copy, REASON, reason);
        add(copy, DETAIL, detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail);
        add(copy, TOPIC, original.topic());
        add(copy, PARTITION, Integer.toString(original.partition()));
        add(copy, OFFSET, Long.toString(original.offset()));
        add(copy, GROUP, group);
        add(copy, AT, at.toString());
        if (part != null) {
            add(copy, PART, part);
        }
        return copy;
    }

    /** What {@link #toRecord} made, read back. */
    static DeadLetter from(ConsumerRecord<byte[], byte[]> record) {
        var headers = record.headers();
        var original = new ConsumerRecord<>(
                text(headers, TOPIC),
                Integer.parseInt(text(headers, PARTITION)),
                Long.parseLong(text(headers, OFFSET)),
                record.key(),
                record.value());
        headers.forEach(each -> {
            if (!OURS.contains(each.key())) {
                original.headers().add(each);
            }
        });
        var part = headers.lastHeader(PART) == null ? null : text(headers, PART);
        return new DeadLetter(original, text(headers, GROUP), part, text(headers, REASON), text(headers, DETAIL));
    }

    static Instant setAsideAt(ConsumerRecord<byte[], byte[]> record) {
        return Instant.parse(text(record.headers(), AT));
    }

    /** The last resort for what no topic takes; the original stays on its own topic as long as that keeps it. */
    ProducerRecord<byte[], byte[]> withoutValue(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), null, record.key(), null, record.headers());
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void add(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
