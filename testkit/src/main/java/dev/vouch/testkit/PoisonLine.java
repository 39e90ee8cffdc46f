package dev.vouch.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/** To one partition and back: sends bytes, waits until a consumer is done with them, and reads what it set aside. */
final class PoisonLine implements AutoCloseable {

    /** More than this no dead letter topic takes. */
    static final int LARGEST = 1_114_112;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LARGEST_REQUEST = 8_000_000;

    private final KafkaProducer<byte[], byte[]> plain = producer("none");
    private final KafkaProducer<byte[], byte[]> packing = producer("gzip");
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TopicReader.bootstrapServers()));

    /** @return the offset; nothing if the broker takes it not */
    OptionalLong send(ProducerRecord<byte[], byte[]> record, boolean packed) {
        try {
            return OptionalLong.of((packed ? packing : plain)
                    .send(record)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .offset());
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof RecordTooLargeException) {
                return OptionalLong.empty();
            }
            throw new AssertionError(refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new AssertionError("nothing could be written to " + record.topic(), e);
        }
    }

    /** Until the group has nothing left to do in the partition. */
    void awaitCommit(String group, String topic, int partition) {
        var place = new TopicPartition(topic, partition);
        long end = get(admin.listOffsets(Map.of(place, OffsetSpec.latest())).partitionResult(place))
                .offset();
        Awaitility.await("%s to be done with %s".formatted(group, topic))
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> {
                    var committed = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                            .get(place);
                    return committed != null && committed.offset() >= end;
                });
    }

    /** By the offset of the original. */
    Map<Long, List<ConsumerRecord<byte[], byte[]>>> deadLettersOf(String topic, String group) {
        var letters = new HashMap<Long, List<ConsumerRecord<byte[], byte[]>>>();
        var settings = Map.<String, Object>of("bootstrap.servers", TopicReader.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic + "." + group + ".dlt").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var letter : consumer.poll(POLL)) {
                    if (header(letter, "vouch-dlt-partition").equals("0")) {
                        letters.computeIfAbsent(
                                        Long.valueOf(header(letter, "vouch-dlt-offset")), any -> new ArrayList<>())
                                .add(letter);
                    }
                }
            }
        }
        return letters;
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static KafkaProducer<byte[], byte[]> producer(String compression) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        TopicReader.bootstrapServers(),
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "max.request.size",
                        LARGEST_REQUEST,
                        "compression.type",
                        compression),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        plain.close();
        packing.close();
        admin.close();
    }
}
