package dev.vouch.chassis;

import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.deadletter.DeadLetterPublisher;
import dev.vouch.chassis.mongo.Database;
import dev.vouch.chassis.observability.ConsumerProgress;
import dev.vouch.chassis.observability.Metrics;
import dev.vouch.chassis.outbox.EventPublisher;
import dev.vouch.chassis.submission.SubmissionStore;
import dev.vouch.local.platform.Broker;
import dev.vouch.local.platform.EmbeddedDatabase;
import dev.vouch.local.platform.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** A real broker and the embedded store, started once for this module's tests; each test uses ids of its own. */
public final class Machine {

    public static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Machine ONLY = new Machine();

    public final Database database;
    public final MeterRegistry registry = new SimpleMeterRegistry();
    public final EventPublisher publisher;
    private final String bootstrapServers;

    private Machine() {
        try {
            var broker = Broker.start(Files.createTempDirectory("vouch-broker"), freePort(), freePort());
            bootstrapServers = broker.bootstrapServers();
            Topics.ofContract().createOn(bootstrapServers);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        database = new Database(
                System.getProperty(
                        "vouch.test.mongodb",
                        EmbeddedDatabase.inMemory(freePort()).uri()),
                "chassis_" + UUID.randomUUID().toString().substring(0, 8));
        publisher = new EventPublisher(bootstrapServers);
    }

    public static Machine get() {
        return ONLY;
    }

    public Stores stores() {
        return stores(() -> {});
    }

    public Stores stores(Runnable wake) {
        return new Stores(database, Clock.fixed(NOW, ZoneOffset.UTC), "/chassis-test", wake);
    }

    public Consumers consumers() {
        var metrics = new Metrics(registry);
        var stores = stores();
        return new Consumers(
                new DeadLetterPublisher(publisher, metrics, stores.clock()),
                new ConsumerProgress(),
                metrics,
                new SubmissionStore(stores),
                stores,
                () -> false,
                channel -> channel.equals("influencers") ? "scoring.scorecard" : "scoring.campaign");
    }

    public Map<String, Object> connection() {
        return Map.of("bootstrap.servers", bootstrapServers);
    }

    /** Where the partition ends now. */
    public long end(String topic, int partition) {
        try (var consumer = consumer(null)) {
            var place = new TopicPartition(topic, partition);
            return consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
        }
    }

    /** The group has done everything before this offset. */
    public void commit(String group, String topic, int partition, long offset) {
        try (var consumer = consumer(group)) {
            consumer.commitSync(Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer(@Nullable String group) {
        var settings = new HashMap<>(connection());
        if (group != null) {
            settings.put("group.id", group);
        }
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Everything on the topic that has the given key, once there are so many. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic, String key, int count) {
        try (var consumer = consumer(null)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> {
                    if (key.equals(
                            each.key() == null
                                    ? ""
                                    : new String(each.key(), java.nio.charset.StandardCharsets.UTF_8))) {
                        found.add(each);
                    }
                });
            }
            return found;
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
