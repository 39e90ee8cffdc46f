package dev.vouch.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads a topic from its beginning until something is there. What must be absent is proved by a later event, so reading ends
 * with one and never with a pause.
 */
public final class TopicReader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String topic;
    private final Predicate<Received> wanted;

    private TopicReader(String topic, Predicate<Received> wanted) {
        this.topic = topic;
        this.wanted = wanted;
    }

    public static TopicReader topic(String name) {
        return new TopicReader(name, event -> true);
    }

    /** Only the events of one subject. */
    public TopicReader of(String subject) {
        return new TopicReader(topic, wanted.and(event -> event.subject().equals(subject)));
    }

    /** Only the events with one key: all entries of a campaign's longlist, say. */
    public TopicReader withKey(String key) {
        return new TopicReader(topic, wanted.and(event -> key.equals(event.key())));
    }

    /** Everything up to the first event of this type ({@code campaign.cancelled}), that one included. */
    public List<Received> until(String type) {
        return until(event -> event.type().equals(type));
    }

    public List<Received> until(Predicate<Received> last) {
        return read(seen -> !seen.isEmpty() && last.test(seen.get(seen.size() - 1)), "no event ends the story");
    }

    /** The first {@code count} events. */
    public List<Received> first(int count) {
        return read(seen -> seen.size() == count, "fewer than " + count + " events");
    }

    private List<Received> read(Predicate<List<Received>> enough, String otherwise) {
        var seen = new ArrayList<Received>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(TopicReader::partition)
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (System.nanoTime() < deadline) {
                for (var message : consumer.poll(POLL)) {
                    var event = received(message);
                    if (wanted.test(event)) {
                        seen.add(event);
                        if (enough.test(seen)) {
                            return seen;
                        }
                    }
                }
            }
        }
        throw new AssertionError("%s on %s within %s s; there were %s"
                .formatted(
                        otherwise,
                        topic,
                        PATIENCE.toSeconds(),
                        seen.stream().map(Received::type).toList()));
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", bootstrapServers(), "enable.auto.commit", false);
    }

    static String bootstrapServers() {
        return ConfigProvider.getConfig().getValue(Platform.BOOTSTRAP_SERVERS, String.class);
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private static Received received(ConsumerRecord<byte[], byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Received(
                headers.getOrDefault("ce_type", "").replaceAll("^dev\\.vouch\\.|\\.v\\d+$", ""),
                headers.getOrDefault("ce_id", ""),
                headers.getOrDefault("ce_subject", ""),
                sequence(headers.getOrDefault("ce_sequence", "0")),
                message.key() == null ? null : text(message.key()),
                headers,
                json(message.value()));
    }

    /** 0 where it is none, as in a dead letter. */
    private static long sequence(String header) {
        return header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
    }

    /** What is no JSON, as in a dead letter, is given as the bytes that it is. */
    private static JsonNode json(byte @Nullable [] value) {
        if (value == null) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(value);
        } catch (IOException notJson) {
            return BinaryNode.valueOf(value);
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
