package dev.vouch.local.play;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vouch.contract.Event;
import dev.vouch.contract.EventTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Hands observations in as an outside system would: CloudEvents in binary mode on a submission topic. */
final class Submissions implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private final Producer<String, byte[]> producer;

    Submissions(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.CLIENT_ID_CONFIG, "vouch-played-people"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns when the broker has it. The same id handed in again counts once. */
    void handIn(String id, String key, Instant at, Event event) {
        var type = EventTypes.of(event.getClass());
        var submission = new ProducerRecord<>(type.topic().name(), key, json(event));
        header(submission, "ce_specversion", "1.0");
        header(submission, "ce_id", id);
        header(submission, "ce_source", "/played-people");
        header(submission, "ce_type", type.type());
        header(submission, "ce_subject", key);
        header(submission, "ce_time", at.toString());
        header(submission, "ce_dataschema", type.dataschema().toString());
        header(submission, "content-type", "application/json");
        try {
            producer.send(submission).get();
        } catch (ExecutionException e) {
            throw new NotPlayed("the broker did not take a submission: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPlayed("interrupted");
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static byte[] json(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException ourOwnRecord) {
            throw new IllegalStateException(ourOwnRecord);
        }
    }

    private static void header(ProducerRecord<String, byte[]> submission, String name, String value) {
        submission.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
