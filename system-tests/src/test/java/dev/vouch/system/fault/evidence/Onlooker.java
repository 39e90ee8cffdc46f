package dev.vouch.system.fault.evidence;

import dev.vouch.contract.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** An outside consumer of all facts, which reads along from now on and has the right to order within each subject. */
public final class Onlooker implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, TreeSet<Long>> sequences = new HashMap<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger heard = new AtomicInteger();
    private final CompletableFuture<Void> listening;
    private volatile boolean ending;
    private volatile long behind = Long.MAX_VALUE;

    public Onlooker(String bootstrapServers) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = Voice.topics().stream()
                .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        listening = CompletableFuture.runAsync(() -> listen(consumer, partitions));
    }

    private void listen(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        try (consumer) {
            while (!ending) {
                consumer.poll(POLL).forEach(record -> hear(Said.of(record)));
                behind = consumer.endOffsets(partitions).entrySet().stream()
                        .mapToLong(end -> end.getValue() - consumer.position(end.getKey()))
                        .sum();
            }
        }
    }

    /** What is said again is no news; of a history nothing may be left out, and of a state nothing older may come later. */
    private void hear(Said said) {
        heard.incrementAndGet();
        var known = sequences.computeIfAbsent(said.topic() + "/" + said.subject(), subject -> new TreeSet<>());
        if (known.contains(said.sequence())) {
            return;
        }
        var last = known.isEmpty() ? null : known.last();
        var inOrder = last == null || (isHistory(said) ? said.sequence() == last + 1 : said.sequence() > last);
        if (!inOrder) {
            complaints.add(said.topic() + " of " + said.subject() + ": " + said.sequence() + " after " + last);
        }
        known.add(said.sequence());
    }

    private static boolean isHistory(Said said) {
        return Voice.topics().stream()
                .anyMatch(topic -> topic.name().equals(said.topic()) && topic.kind() == Topic.Kind.HISTORY);
    }

    public boolean hasHeardAll() {
        return behind == 0;
    }

    public int heard() {
        return heard.get();
    }

    /** The first few. */
    public List<String> complaints() {
        return complaints.stream().limit(5).toList();
    }

    @Override
    public void close() {
        ending = true;
        listening.join();
    }
}
