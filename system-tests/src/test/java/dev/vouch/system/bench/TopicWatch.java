package dev.vouch.system.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Sees what is newly said on a topic, from the moment it is made. */
final class TopicWatch implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicWatch(String bootstrapServers, String topic) {
        this.topic = topic;
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    Iterable<ConsumerRecord<byte[], byte[]>> poll() {
        return consumer.poll(POLL);
    }

    /** Returns when that many more were seen; what is said beyond them in the last batch is let go. */
    Sighting awaitCount(int count) {
        long first = 0;
        int atFirst = 0;
        int seen = 0;
        long progress = System.nanoTime();
        while (seen < count) {
            int more = consumer.poll(POLL).count();
            long now = System.nanoTime();
            if (more == 0 && now - progress > PATIENCE.toNanos()) {
                throw new IllegalStateException("only " + seen + " of " + count + " were said on " + topic);
            }
            progress = more == 0 ? progress : now;
            seen += more;
            if (first == 0 && more > 0) {
                first = now;
                atFirst = more;
            }
        }
        return new Sighting(count - atFirst, progress - first, progress);
    }

    /**
     * What came between the first batch and the last.
     *
     * @param at nanoTime of the last
     */
    record Sighting(int events, long nanos, long at) {}

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
