package dev.vouch.chassis.consumer;

import dev.vouch.chassis.event.EventReader;
import dev.vouch.chassis.event.Reading;
import dev.vouch.chassis.event.Received;
import dev.vouch.contract.Event;
import dev.vouch.contract.EventTypes;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The topics where they lie, for a service whose store may know less than they do: after a restore. Reads without a group, so
 * that nothing is taken from the channels.
 */
@Singleton
public class FactLog {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(200);

    /** How far the log went at one moment, in every partition that the service hears. */
    public record Mark(Map<String, Map<TopicPartition, Long>> endsByGroup) {}

    /** The broker is away, or not all of it is there; to be asked again. */
    public static class Away extends Exception {
        private static final long serialVersionUID = 1L;

        Away(Throwable cause) {
            super(cause);
        }
    }

    private final Map<String, Object> connection;
    private final Consumers consumers;
    private final Config config;
    private @Nullable Admin admin;

    @Inject
    FactLog(@Identifier("default-kafka-broker") Map<String, Object> connection, Consumers consumers, Config config) {
        this.connection = Map.copyOf(connection);
        this.consumers = consumers;
        this.config = config;
    }

    /** Every event of these types from the beginning to what was the end when it began; of each subject in order. */
    public void read(Set<Class<? extends Event>> types, Consumer<Received<?>> take) throws Away {
        var topic = EventTypes.of(types.iterator().next()).topic().name();
        var reader = new EventReader(types);
        try (var consumer =
                new KafkaConsumer<>(consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            var ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (var record : consumer.poll(POLL)) {
                    if (reader.read(record) instanceof Reading.Known known) {
                        take.accept(known.received());
                    }
                }
            }
        } catch (KafkaException away) {
            throw new Away(away);
        }
    }

    public Mark mark() throws Away {
        var ends = new HashMap<String, Map<TopicPartition, Long>>();
        for (var channel : consumers.groups().entrySet()) {
            var topic = config.getValue("mp.messaging.incoming." + channel.getKey() + ".topic", String.class);
            ends.put(channel.getValue(), offsets(partitions(topic), OffsetSpec.latest()));
        }
        return new Mark(ends);
    }

    /** Whether the service has handled all that was there at the mark. */
    public boolean reached(Mark mark) throws Away {
        for (var group : mark.endsByGroup().entrySet()) {
            var ends = group.getValue();
            var committed = get(admin().listConsumerGroupOffsets(group.getKey()).partitionsToOffsetAndMetadata()::get);
            var beginnings = offsets(List.copyOf(ends.keySet()), OffsetSpec.earliest());
            for (var end : ends.entrySet()) {
                var own = committed.get(end.getKey());
                long at = Math.max(own == null ? 0 : own.offset(), beginnings.getOrDefault(end.getKey(), 0L));
                if (at < end.getValue()) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<TopicPartition> partitions(String topic) throws Away {
        return get(admin().describeTopics(List.of(topic)).allTopicNames()::get).values().stream()
                .flatMap(each -> each.partitions().stream())
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which) throws Away {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, which));
        var offsets = new HashMap<TopicPartition, Long>();
        get(admin().listOffsets(asked).all()::get)
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private interface Answer<T> {
        T get(long time, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static <T> T get(Answer<T> answer) throws Away {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Away(stop);
        } catch (ExecutionException | TimeoutException away) {
            throw new Away(away);
        }
    }

    private Map<String, Object> consumerSettings() {
        var settings = new HashMap<>(connection);
        settings.keySet().retainAll(ConsumerConfig.configNames());
        settings.keySet().remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.keySet().remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.keySet().remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return settings;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            var settings = new HashMap<>(connection);
            settings.keySet().retainAll(AdminClientConfig.configNames());
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
