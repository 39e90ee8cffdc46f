package dev.vouch.chassis.consumer;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.smallrye.reactive.messaging.kafka.commit.KafkaThrottledLatestProcessedCommit;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The connector's throttled commits, tried again when a rebalance or the broker stands in their way. The connector itself forgets
 * what it could not commit until the partition's next record: on a quiet topic the group would look behind for ever.
 */
@ApplicationScoped
@Identifier(CommitRetry.STRATEGY)
public class CommitRetry implements KafkaCommitHandler.Factory {

    /** The value of {@code commit-strategy} that chooses it. */
    public static final String STRATEGY = "throttled-with-retry";

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** A rebalance ends sooner; after it the connector says in the log what it gives up. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaCommitHandler.Factory throttled = new KafkaThrottledLatestProcessedCommit.Factory();

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return throttled.create(config, vertx, retrying(consumer), reportFailure);
    }

    /** The same consumer but for its commits; the strategy is final in all else. */
    static KafkaConsumer<?, ?> retrying(KafkaConsumer<?, ?> consumer) {
        return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                KafkaConsumer.class.getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (self, method, given) -> {
                    if (method.getName().equals("commit")) {
                        @SuppressWarnings("unchecked") // the only method of that name takes these
                        var offsets = (Map<TopicPartition, OffsetAndMetadata>) given[0];
                        return commit(consumer, offsets);
                    }
                    try {
                        return method.invoke(consumer, given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    private static <K, V> Uni<Void> commit(
            KafkaConsumer<K, V> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        return consumer.<Void>runOnPollingThread(client -> {
                    // a partition that went to another meanwhile has its own, newer commits
                    var ours = new HashMap<>(offsets);
                    ours.keySet().retainAll(client.assignment());
                    client.commitSync(ours);
                    return null;
                })
                .onFailure(CommitRetry::passes)
                .retry()
                .withBackOff(FIRST, LONGEST)
                .expireIn(PATIENCE.toMillis());
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof RebalanceInProgressException || failure instanceof RetriableException;
    }
}
