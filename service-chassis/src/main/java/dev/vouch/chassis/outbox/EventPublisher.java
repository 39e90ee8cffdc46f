package dev.vouch.chassis.outbox;

import dev.vouch.chassis.event.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The idempotent producer. Connects on first use; after an error that ends a producer's life the next call makes a new one.
 *
 * <p>Has one request on its way at a time. With more, a partition that gets its leader meanwhile may refuse the first batch of
 * a producer that it does not know and take the second; the first is then refused until it expires, and comes behind the
 * second when it is said again (KAFKA-15591).
 */
public class EventPublisher implements AutoCloseable {

    /** The largest record of a topic plus what a dead letter adds to it. */
    private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

    private static final Set<String> SERIALIZERS =
            Set.of(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    public EventPublisher(String bootstrapServers) {
        this(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** @param connection the broker's address and what its security asks for; settings that are no producer's are left out */
    public EventPublisher(Map<String, Object> connection) {
        var all = new HashMap<>(connection);
        all.keySet().retainAll(ProducerConfig.configNames());
        all.keySet().removeAll(SERIALIZERS);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        all.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        settings = Map.copyOf(all);
    }

    /**
     * Returns when the broker has acknowledged every event.
     *
     * @throws KafkaException when it did not; any part of them may be published all the same
     */
    public void publish(Collection<Outgoing> events) {
        send(events.stream().map(EventPublisher::record).toList());
    }

    /** @see #publish */
    public void send(List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        var sender = producer();
        try {
            var pending = new ArrayList<Future<RecordMetadata>>(records.size());
            for (var record : records) {
                var sent = sender.send(record);
                if (sent.isDone()) {
                    sent.get(); // refused at once: the next would wait just as long in vain
                }
                pending.add(sent);
            }
            sender.flush();
            for (var each : pending) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw failure(sender, failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptException(stopped);
        } catch (IllegalStateException | KafkaException failed) {
            throw failure(sender, failed);
        }
    }

    private KafkaException failure(KafkaProducer<byte[], byte[]> sender, @Nullable Throwable cause) {
        if (endsTheProducer(cause)) {
            discard(sender);
        }
        return cause instanceof KafkaException kafka ? kafka : new KafkaException(cause);
    }

    /** Others may have made a new one meanwhile: theirs stays. */
    private void discard(KafkaProducer<byte[], byte[]> sender) {
        synchronized (this) {
            if (producer == sender) {
                producer = null;
            }
        }
        sender.close(CLOSING);
    }

    private static boolean endsTheProducer(@Nullable Throwable cause) {
        return cause instanceof ProducerFencedException
                || cause instanceof OutOfOrderSequenceException
                || cause instanceof InvalidProducerEpochException
                || cause instanceof ClusterAuthorizationException
                || cause instanceof UnsupportedVersionException
                || cause instanceof IllegalStateException;
    }

    private static ProducerRecord<byte[], byte[]> record(Outgoing event) {
        var record = new ProducerRecord<>(event.topic(), event.key().getBytes(StandardCharsets.UTF_8), event.value());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private synchronized KafkaProducer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSING);
            producer = null;
        }
    }
}
