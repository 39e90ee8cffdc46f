package dev.vouch.chassis.observability;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The Kafka cluster as probes see it. Connects when it is first asked. */
@Singleton
public class Broker implements Dependency {

    /** @param offset of the first record that is not done */
    record Left(long offset, long records) {}

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    public Broker(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.keySet().retainAll(AdminClientConfig.configNames());
    }

    @Override
    public String name() {
        return "broker";
    }

    @Override
    public void ask(Duration atMost) throws Exception {
        admin().describeCluster().clusterId().get(atMost.toMillis(), MILLISECONDS);
    }

    /** @return those of the topics that do not exist */
    public Set<String> missing(Collection<String> topics, Duration atMost) throws Exception {
        var existing = admin().listTopics().names().get(atMost.toMillis(), MILLISECONDS);
        var missing = new TreeSet<>(topics);
        missing.removeAll(existing);
        return missing;
    }

    /** @return how far the group has come in each partition of the topic that has more for it, and what is left there */
    Map<TopicPartition, Left> left(String group, String topic, Duration atMost) throws Exception {
        var description = admin().describeTopics(List.of(topic)).allTopicNames().get(atMost.toMillis(), MILLISECONDS);
        var partitions = Objects.requireNonNull(description.get(topic)).partitions().stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        var committed = admin().listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(atMost.toMillis(), MILLISECONDS);
        var ends = offsets(partitions, OffsetSpec.latest(), atMost);
        var beginnings = offsets(partitions, OffsetSpec.earliest(), atMost);
        var left = new HashMap<TopicPartition, Left>();
        for (var partition : partitions) {
            var own = committed.get(partition);
            long at = Math.max(own == null ? 0 : own.offset(), beginnings.getOrDefault(partition, 0L));
            long end = ends.getOrDefault(partition, 0L);
            if (end > at) {
                left.put(partition, new Left(at, end - at));
            }
        }
        return left;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which, Duration atMost)
            throws Exception {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, which));
        var offsets = new HashMap<TopicPartition, Long>();
        admin().listOffsets(asked)
                .all()
                .get(atMost.toMillis(), MILLISECONDS)
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
