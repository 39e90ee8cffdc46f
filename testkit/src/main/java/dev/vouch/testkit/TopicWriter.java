package dev.vouch.testkit;

import dev.vouch.chassis.event.Outgoing;
import dev.vouch.contract.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks as another service or as an outsider; each call returns once the broker has the event. */
public final class TopicWriter {

    private static final int PATIENCE_SECONDS = 30;

    private TopicWriter() {}

    /** The fact that this service ({@code /discovery-service}) would publish; returns the event's id. */
    public static String fact(String source, String subject, String key, long sequence, Instant time, Event event) {
        return publish(Outgoing.fact(source, subject, key, sequence, time, event, null));
    }

    /** An observation as anybody may hand it in; returns its id. */
    public static String observation(String id, String key, Instant time, Event event) {
        return publish(Outgoing.observation(id, "/test", key, time, event));
    }

    private static String publish(Outgoing event) {
        bytes(event.topic(), event.key(), event.headers(), event.value());
        return event.header("ce_id");
    }

    /** Anything at all, to see what a consumer makes of it. */
    public static void bytes(String topic, String key, Map<String, String> headers, byte[] value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TopicReader.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var message = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("nothing could be written to " + topic, e);
        }
    }
}
