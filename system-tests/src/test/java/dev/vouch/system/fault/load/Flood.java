package dev.vouch.system.fault.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.contract.Topic;
import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.evidence.Acknowledged.Submission;
import dev.vouch.system.fault.evidence.Said;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Hands in many observations at once, as outside systems do, and remembers those that the broker acknowledged. */
public final class Flood implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

    private final KafkaProducer<byte[], byte[]> producer;
    private final Acknowledged acknowledged;

    public Flood(String bootstrapServers, Acknowledged acknowledged) {
        this.acknowledged = acknowledged;
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        5,
                        "max.in.flight.requests.per.connection",
                        1), // or a partition that gets its leader meanwhile may refuse the first batch for two minutes
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Profiles that no brief asks for: too small. */
    public void profiles(int count) {
        observe(count, Topics.PROFILE_SUBMISSIONS, "profile.observed", id -> profile("flood-" + id, 12));
    }

    /** The same few accounts again and again, each time with other figures. */
    public void changingProfiles(int count, int accounts, int round) {
        var number = new int[1];
        observe(count, Topics.PROFILE_SUBMISSIONS, "profile.observed", id -> {
            var body = profile("changing-" + number[0] % accounts, 10 + round);
            body.put("observedAt", AT.plusSeconds(round * 1000L + number[0]++).toString());
            return body;
        });
    }

    /** Figures for a campaign that nobody knows. */
    public void results(int count) {
        observe(
                count,
                Topics.PERFORMANCE_SUBMISSIONS,
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
    public void replies(int count) {
        observe(
                count,
                Topics.REPLY_SUBMISSIONS,
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

    public static Map<String, Object> profile(String account, int followers) {
        var body = new LinkedHashMap<String, Object>();
        body.put("platform", "instagram");
        body.put("accountId", account);
        body.put("handle", account.replace('-', '.'));
        body.put("observedAt", AT.toString());
        body.put("source", "flood");
        body.put("followers", followers);
        return body;
    }

    /** What an observation says under its id. */
    public interface Body {
        Map<String, Object> of(String id);
    }

    /** Returns when the broker has acknowledged all of them, each under the key that the contract asks for. */
    public void observe(int count, Topic topic, String type, Body body) {
        observe(count, topic, type, Flood::keyOf, body);
    }

    /** @param key of each record, from its body: decides which of them keep their order */
    public void observe(int count, Topic topic, String type, Function<Map<String, Object>, String> key, Body body) {
        var pending = new ArrayList<Future<?>>();
        for (int i = 0; i < count; i++) {
            var id = UUID.randomUUID().toString();
            var submission = new Submission("vouch_" + topic.service(), id);
            var value = body.of(id);
            var record = record(topic, key.apply(value), id, id, type, json(value));
            pending.add(producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.add(submission);
                }
            }));
        }
        await(pending);
    }

    private static String keyOf(Map<String, Object> body) {
        if (body.containsKey("accountId")) {
            return body.get("platform") + ":" + body.get("accountId");
        }
        return Stream.of("campaignId", "contactToken", "messageId")
                .filter(body::containsKey)
                .map(name -> String.valueOf(body.get(name)))
                .findFirst()
                .orElseThrow();
    }

    /** Says a fact in place of the service that owns its topic, which must not know its subject. */
    public void fact(Topic topic, String key, String subject, long sequence, String type, Map<String, Object> body) {
        var record = record(topic, key, UUID.randomUUID().toString(), subject, type, json(body));
        record.headers().add("ce_sequence", bytes(Long.toString(sequence)));
        await(List.of(producer.send(record)));
    }

    /** Sends bytes as they are, with the headers of an event of that type and id. */
    public void raw(Topic topic, String key, String id, String type, byte[] value, Map<String, String> headers) {
        var record = record(topic, key, id, id, type, value);
        headers.forEach((name, text) -> {
            record.headers().remove(name);
            record.headers().add(name, bytes(text));
        });
        await(List.of(producer.send(record)));
    }

    /** Sends a record again exactly as it lies on its topic. */
    public void again(List<ProducerRecord<byte[], byte[]>> records) {
        var pending = new ArrayList<Future<?>>();
        records.forEach(record -> pending.add(producer.send(record)));
        await(pending);
    }

    private void await(List<? extends Future<?>> pending) {
        producer.flush();
        for (var each : pending) {
            try {
                each.get();
            } catch (ExecutionException notAcknowledged) {
                throw new IllegalStateException(notAcknowledged);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(
            Topic topic, String key, String id, String subject, String type, byte[] value) {
        var record = new ProducerRecord<>(topic.name(), bytes(key), value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id,
                        "ce_source",
                        Said.DRIVER,
                        "ce_type",
                        "dev.vouch." + type + ".v1",
                        "ce_subject",
                        subject,
                        "ce_time",
                        AT.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, text) -> record.headers().add(name, bytes(text)));
        return record;
    }

    static byte[] json(Map<String, Object> body) {
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
