package dev.vouch.chassis.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads the dead letter topics of this service's channels where they lie; nothing is copied, no group is joined. */
public class DeadLetterTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A letter in its place. */
    record Placed(LetterId id, DeadLetter letter, Instant at) {}

    private final Map<String, Object> settings;
    private final Supplier<Map<String, String>> topics;

    /**
     * @param connection the broker's address and what its security asks for
     * @param topics the dead letter topic of each channel
     */
    public DeadLetterTopics(Map<String, Object> connection, Supplier<Map<String, String>> topics) {
        var all = new HashMap<>(connection);
        all.keySet().retainAll(ConsumerConfig.configNames());
        all.keySet().remove(ConsumerConfig.GROUP_ID_CONFIG);
        all.keySet().remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        all.keySet().remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.settings = Map.copyOf(all);
        this.topics = topics;
    }

    /**
     * In the order of ids.
     *
     * @param after the last one known; null begins at the first
     * @throws KafkaException while the broker is away
     */
    List<Placed> after(@Nullable LetterId after, int limit) {
        var found = new ArrayList<Placed>();
        try (var consumer = consumer()) {
            for (var channel : new TreeMap<>(topics.get()).entrySet()) {
                if (after == null || channel.getKey().compareTo(after.channel()) >= 0) {
                    read(consumer, channel.getKey(), channel.getValue(), after, limit, found);
                }
            }
        }
        return found;
    }

    /** Empty when the topic does not keep it any more, or never did. */
    Optional<Placed> find(LetterId id) {
        var topic = topics.get().get(id.channel());
        if (topic == null) {
            return Optional.empty();
        }
        try (var consumer = consumer()) {
            var found = new ArrayList<Placed>();
            read(consumer, id.channel(), topic, new LetterId(id.channel(), id.partition(), id.offset() - 1), 1, found);
            return found.stream().filter(each -> each.id().equals(id)).findFirst();
        }
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            String channel,
            String topic,
            @Nullable LetterId after,
            int limit,
            List<Placed> found) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
        var ends = consumer.endOffsets(partitions);
        var beginnings = consumer.beginningOffsets(partitions);
        for (var partition : partitions) {
            long from = Math.max(
                    beginnings.getOrDefault(partition, 0L), firstOffset(channel, partition.partition(), after));
            if (from < ends.getOrDefault(partition, 0L) && found.size() < limit) {
                consumer.assign(List.of(partition));
                consumer.seek(partition, from);
                readTo(consumer, partition, ends.getOrDefault(partition, 0L), each -> {
                    if (found.size() < limit) {
                        found.add(placed(channel, each));
                    }
                    return found.size() < limit;
                });
            }
        }
    }

    private interface Taker {
        boolean takesMoreAfter(ConsumerRecord<byte[], byte[]> record);
    }

    private static void readTo(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end, Taker taker) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
                if (!taker.takesMoreAfter(record)) {
                    return;
                }
            }
            if (System.nanoTime() > until) {
                throw new TimeoutException("the broker did not give out " + partition);
            }
        }
    }

    private static long firstOffset(String channel, int partition, @Nullable LetterId after) {
        if (after == null || !after.channel().equals(channel) || partition > after.partition()) {
            return 0;
        }
        return partition == after.partition() ? after.offset() + 1 : Long.MAX_VALUE;
    }

    private static Placed placed(String channel, ConsumerRecord<byte[], byte[]> record) {
        return new Placed(
                new LetterId(channel, record.partition(), record.offset()),
                DeadLetter.from(record),
                DeadLetter.setAsideAt(record));
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
