package dev.vouch.system.bench;

import dev.vouch.contract.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Where the baselines put things, beside the services' own topics and databases. */
final class Scratch {

    static final String TOPIC = "vouch.bench.copies";
    static final String DATABASE = "vouch_bench";

    private static final int PARTITIONS = 12;

    private Scratch() {}

    static void prepare(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            get(admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all());
        }
    }

    /** Where each partition of the submissions ends now. */
    static Map<Integer, Long> ends(String bootstrapServers) {
        var topic = Topics.PROFILE_SUBMISSIONS.name();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var partitions = get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic).partitions().stream()
                    .collect(Collectors.toMap(
                            each -> new TopicPartition(topic, each.partition()), each -> OffsetSpec.latest()));
            return get(admin.listOffsets(partitions).all()).entrySet().stream()
                    .collect(Collectors.toMap(
                            each -> each.getKey().partition(),
                            each -> each.getValue().offset()));
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
