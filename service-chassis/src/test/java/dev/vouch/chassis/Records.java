package dev.vouch.chassis;

import dev.vouch.chassis.event.Outgoing;
import dev.vouch.contract.Event;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Records as a consumer is given them. */
public final class Records {

    private Records() {}

    public static ConsumerRecord<byte[], byte[]> of(String subject, long sequence, Event event) {
        return of(Outgoing.fact("/test", subject, subject, sequence, Machine.NOW, event, null));
    }

    public static ConsumerRecord<byte[], byte[]> of(Outgoing event) {
        return with(event.topic(), event.key(), event.headers(), event.value());
    }

    public static ConsumerRecord<byte[], byte[]> with(
            String topic, String key, Map<String, String> headers, byte[] value) {
        var record = new ConsumerRecord<>(topic, 0, 0L, key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    @SafeVarargs
    public static ConsumerRecords<byte[], byte[]> batch(ConsumerRecord<byte[], byte[]>... records) {
        return new ConsumerRecords<>(
                Map.of(new TopicPartition(records[0].topic(), 0), List.copyOf(Arrays.asList(records))), Map.of());
    }

    public static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
