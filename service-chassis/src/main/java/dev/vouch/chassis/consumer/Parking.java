package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.Parked;
import dev.vouch.chassis.event.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A record into the document and out again, unchanged in all that is read of it. */
final class Parking {

    private Parking() {}

    static Parked park(ConsumerRecord<byte[], byte[]> record, Envelope envelope, Instant since) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return new Parked(
                record.topic(),
                envelope.subject(),
                envelope.sequence(),
                since,
                headers,
                orEmpty(record.key()),
                orEmpty(record.value()));
    }

    static ConsumerRecord<byte[], byte[]> unpark(Parked parked) {
        var record = new ConsumerRecord<>(
                parked.topic(), 0, 0L, parked.key().getData(), parked.value().getData());
        parked.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Binary orEmpty(byte @Nullable [] bytes) {
        return new Binary(bytes == null ? new byte[0] : bytes);
    }
}
