package dev.vouch.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidGroupIdException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitRetryTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final TopicPartition OURS = new TopicPartition("t", 0);
    private static final TopicPartition ANOTHERS = new TopicPartition("t", 1);

    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<Map<TopicPartition, OffsetAndMetadata>> committed = new ArrayList<>();
    private final MockConsumer<byte[], byte[]> client = new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name()) {
        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
            if (!failures.isEmpty()) {
                throw failures.pop();
            }
            committed.add(Map.copyOf(offsets));
        }
    };

    @BeforeEach
    void assign() {
        client.assign(Set.of(OURS, ANOTHERS));
    }

    @Test
    void a_commit_in_the_middle_of_a_rebalance_is_tried_again() {
        failures.add(new RebalanceInProgressException());
        failures.add(new RebalanceInProgressException());

        commit(Map.of(OURS, new OffsetAndMetadata(12)));

        assertThat(committed).containsExactly(Map.of(OURS, new OffsetAndMetadata(12)));
    }

    @Test
    void what_went_to_another_is_not_committed_over_its_head() {
        client.assign(Set.of(OURS));

        commit(Map.of(OURS, new OffsetAndMetadata(12), ANOTHERS, new OffsetAndMetadata(7)));

        assertThat(committed).containsExactly(Map.of(OURS, new OffsetAndMetadata(12)));
    }

    @Test
    void what_no_waiting_helps_is_said_at_once() {
        failures.add(new InvalidGroupIdException("no"));

        assertThatThrownBy(() -> commit(Map.of(OURS, new OffsetAndMetadata(12))))
                .isInstanceOf(InvalidGroupIdException.class);
        assertThat(committed).isEmpty();
    }

    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        CommitRetry.retrying(connectorsConsumer()).commit(offsets).await().atMost(PATIENCE);
    }

    /** Runs everything at once on the thread that asks. */
    @SuppressWarnings("unchecked") // only one method is ever called
    private KafkaConsumer<byte[], byte[]> connectorsConsumer() {
        return (KafkaConsumer<byte[], byte[]>) Proxy.newProxyInstance(
                KafkaConsumer.class.getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (self, method, given) -> {
                    assertThat(method.getName()).isEqualTo("runOnPollingThread");
                    var step = (Function<Object, Object>) given[0];
                    return Uni.createFrom().item(() -> step.apply(client));
                });
    }
}
