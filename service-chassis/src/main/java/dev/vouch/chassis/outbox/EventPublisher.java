package dev.vouch.chassis.outbox;

import dev.vouch.chassis.event.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The idempotent producer. Connects on first use; after an error that ends a producer's life the next call makes a new one. */
public class EventPublisher implements AutoCloseable {

    /** The largest record of a topic plus what a dead letter adds to it. */
    private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    public EventPublisher(String bootstrapServers) {
        settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                64 * 1024,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                MAX_REQUEST_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                20_000);
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
        var pending = new ArrayList<Future<RecordMetadata>>(records.size());
        try {
            records.forEach(record -> pending.add(sender.send(record)));
            sender.flush();
            for (var each : pending) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptException(stopped);
        } catch (KafkaException failed) {
            throw failure(failed);
        }
    }

    private KafkaException failure(@Nullable Throwable cause) {
        if (endsTheProducer(cause)) {
            close();
        }
        return cause instanceof KafkaException kafka ? kafka : new KafkaException(cause);
    }

    private static boolean endsTheProducer(@Nullable Throwable cause) {
        return cause instanceof ProducerFencedException
                || cause instanceof OutOfOrderSequenceException
                || cause instanceof InvalidProducerEpochException
                || cause instanceof AuthorizationException
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
