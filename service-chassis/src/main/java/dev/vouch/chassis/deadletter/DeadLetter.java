package dev.vouch.chassis.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record with the reason why it was set aside.
 *
 * @param group the consumer group that could not use it
 * @param reason stable and short: {@code envelope}, {@code json}, {@code schema}, {@code gap}, {@code handler}
 * @param detail for a person
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> original, String group, String reason, String detail) {

    public static final String REASON = "vouch-dlt-reason";
    public static final String DETAIL = "vouch-dlt-detail";
    public static final String TOPIC = "vouch-dlt-topic";
    public static final String PARTITION = "vouch-dlt-partition";
    public static final String OFFSET = "vouch-dlt-offset";
    public static final String GROUP = "vouch-dlt-group";
    public static final String AT = "vouch-dlt-at";

    private static final int MAX_DETAIL = 1000;

    /** The original's key, value and headers, byte for byte, with the reason in headers of its own. */
    ProducerRecord<byte[], byte[]> toRecord(Instant at) {
        var topic = original.topic() + "." + group + ".dlt";
        var copy = new ProducerRecord<>(topic, null, original.key(), original.value(), original.headers());
        add(copy, REASON, reason);
        add(copy, DETAIL, detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail);
        add(copy, TOPIC, original.topic());
        add(copy, PARTITION, Integer.toString(original.partition()));
        add(copy, OFFSET, Long.toString(original.offset()));
        add(copy, GROUP, group);
        add(copy, AT, at.toString());
        return copy;
    }

    /** The last resort for what no topic takes; the original stays on its own topic as long as that keeps it. */
    ProducerRecord<byte[], byte[]> withoutValue(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), null, record.key(), null, record.headers());
    }

    private static void add(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
