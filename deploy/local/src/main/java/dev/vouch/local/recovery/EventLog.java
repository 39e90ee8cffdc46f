package dev.vouch.local.recovery;

import dev.vouch.local.platform.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** The topics of an installation, and how far its consumer groups have read them. */
public final class EventLog implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DEAD_LETTERS = ".dlt";

    private final String bootstrapServers;
    private final Admin admin;

    /** A fact as it lies on its topic. */
    record Fact(ConsumerRecord<byte[], byte[]> record, String subject, long sequence) {

        String type() {
            return header(record, "ce_type").replaceFirst("^dev\\.vouch\\.", "").replaceFirst("\\.v\\d+$", "");
        }
    }

    public EventLog(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** The newest fact of each subject, of those that the question accepts. */
    Map<String, Fact> newest(String topic, Predicate<Fact> which) {
        var newest = new HashMap<String, Fact>();
        read(topic, record -> {
            var sequence = header(record, "ce_sequence");
            if (!sequence.isEmpty()) {
                var fact = new Fact(record, header(record, "ce_subject"), Long.parseLong(sequence));
                if (which.test(fact)) {
                    newest.merge(fact.subject(), fact, (a, b) -> a.sequence() >= b.sequence() ? a : b);
                }
            }
        });
        return newest;
    }

    private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> take) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(take);
            }
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Of every service: each has its own dead letter topic. */
    public static List<String> groups() {
        var names = Topics.ofContract().names();
        return names.stream()
                .filter(name -> name.endsWith(DEAD_LETTERS))
                .map(name -> groupOf(name, names))
                .distinct()
                .sorted()
                .toList();
    }

    private static String groupOf(String deadLetters, List<String> topics) {
        var source = topics.stream()
                .filter(topic -> deadLetters.startsWith(topic + "."))
                .findFirst()
                .orElseThrow();
        return deadLetters.substring(source.length() + 1, deadLetters.length() - DEAD_LETTERS.length());
    }

    /**
     * Waits a little: the broker takes some seconds to give up a service that was killed.
     *
     * @throws RecoveryRefused while a service reads with one of the groups
     */
    void requireIdle(List<String> groups) {
        requireIdle(groups, PATIENCE);
    }

    void requireIdle(List<String> groups, Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        var running = running(groups);
        while (!running.isEmpty()) {
            if (System.nanoTime() > until) {
                throw new RecoveryRefused(
                        "Services are running, they read as " + running + ". Stop all instances first");
            }
            rest();
            running = running(groups);
        }
    }

    private List<String> running(List<String> groups) {
        var running = new ArrayList<String>();
        admin.describeConsumerGroups(groups).describedGroups().forEach((group, described) -> {
            var description = get(described.toCompletionStage().toCompletableFuture()::get);
            if (description != null && !description.members().isEmpty()) {
                running.add(group);
            }
        });
        return running;
    }

    private static void rest() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RecoveryRefused("interrupted");
        }
    }

    /** From the next start on, they read from the beginning. */
    void forget(List<String> groups) {
        admin.deleteConsumerGroups(groups)
                .deletedGroups()
                .values()
                .forEach(deleted -> get(deleted.toCompletionStage().toCompletableFuture()::get));
    }

    private interface Answer<T> {
        T get(long time, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** Null for a group that never was. */
    private static <T> @Nullable T get(Answer<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return null;
            }
            if (failed.getCause() instanceof GroupNotEmptyException) {
                throw new RecoveryRefused("A service was started meanwhile; stop all and do it again");
            }
            throw new IllegalStateException(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (InterruptedException | TimeoutException away) {
            throw new RecoveryRefused("The broker does not answer");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
