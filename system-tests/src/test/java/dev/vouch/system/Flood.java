package dev.vouch.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Hands in many observations at once, as outside systems do, and remembers those that the broker acknowledged. */
final class Flood implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

    private final KafkaProducer<byte[], byte[]> producer;

    Flood(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Profiles that no brief asks for: too small. */
    List<String> profiles(int count) {
        return send(
                count,
                "vouch.discovery.profile-submissions",
                "profile.observed",
                id -> Map.of(
                        "platform",
                        "instagram",
                        "accountId",
                        "flood-" + id,
                        "handle",
                        "flood." + id,
                        "observedAt",
                        AT.toString(),
                        "source",
                        "flood",
                        "followers",
                        12));
    }

    /** Figures for a campaign that nobody knows. */
    List<String> results(int count) {
        return send(
                count,
                "vouch.campaign.performance-submissions",
                "post.measured",
                id -> Map.of(
                        "campaignId",
                        "nobody-knows-" + id,
                        "influencerId",
                        "instagram-0123456789abcdef",
                        "postId",
                        "p1",
                        "observedAt",
                        AT.toString(),
                        "likes",
                        5));
    }

    /** Letters from strangers. */
    List<String> replies(int count) {
        return send(
                count,
                "vouch.outreach.reply-submissions",
                "reply.received",
                id -> Map.of(
                        "messageId",
                        "<" + id + "@strangers.example>",
                        "channel",
                        "EMAIL",
                        "from",
                        id + "@strangers.example",
                        "receivedAt",
                        AT.toString(),
                        "text",
                        "Hello, who are you?"));
    }

    private interface Body {
        Map<String, Object> of(String id);
    }

    private List<String> send(int count, String topic, String type, Body body) {
        var acknowledged = new LinkedHashMap<String, Future<?>>();
        for (int i = 0; i < count; i++) {
            var id = UUID.randomUUID().toString();
            var record = new ProducerRecord<>(topic, bytes(id), json(body.of(id)));
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            id,
                            "ce_source",
                            "/flood",
                            "ce_type",
                            "dev.vouch." + type + ".v1",
                            "ce_subject",
                            id,
                            "ce_time",
                            AT.toString(),
                            "content-type",
                            "application/json")
                    .forEach((name, value) -> record.headers().add(name, bytes(value)));
            acknowledged.put(id, producer.send(record));
        }
        producer.flush();
        var ids = new ArrayList<String>();
        acknowledged.forEach((id, future) -> {
            try {
                future.get();
                ids.add(id);
            } catch (ExecutionException notAcknowledged) {
                throw new IllegalStateException(notAcknowledged);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return ids;
    }

    private static byte[] json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
