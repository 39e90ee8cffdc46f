package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.OutboxFull;
import dev.vouch.chassis.mongo.MongoErrors;
import dev.vouch.chassis.observability.ConsumerProgress;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While the store or the broker is away, the same step is tried again with jitter, and the channel says that it waits: the
 * service becomes unready, and the connector, whose batch is not finished, reads no further.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ConsumerProgress progress;
    private final BooleanSupplier stopping;

    Outage(ConsumerProgress progress, BooleanSupplier stopping) {
        this.progress = progress;
        this.stopping = stopping;
    }

    /** @throws Interrupted when the service stops first; the batch is then not acknowledged and comes again */
    void outlast(String channel, Runnable step) {
        var pause = FIRST;
        while (true) {
            try {
                step.run();
                progress.outage(channel, false);
                return;
            } catch (RuntimeException failed) {
                if (!isTransient(failed)) {
                    progress.outage(channel, false);
                    throw failed;
                }
                progress.outage(channel, true);
                LOG.warn("channel={} waits: {}", channel, failed.toString());
                sleep(channel, pause);
                pause = shorter(pause.multipliedBy(2), LONGEST);
            }
        }
    }

    /** Like {@link #outlast}, and also through faults: these are logged with their stack and tried again. */
    void survive(String channel, Runnable batch) {
        outlast(channel, () -> {
            try {
                batch.run();
            } catch (Interrupted stop) {
                throw stop;
            } catch (RuntimeException fault) {
                if (isTransient(fault)) {
                    throw fault;
                }
                LOG.error("channel={} cannot go on and tries again", channel, fault);
                throw new Unexpected(fault);
            }
        });
    }

    static boolean isTransient(RuntimeException failed) {
        return failed instanceof OutboxFull
                || failed instanceof Unexpected
                || MongoErrors.isOutage(failed)
                || (failed instanceof KafkaException
                        && !(failed instanceof RecordTooLargeException)
                        && !(failed instanceof SerializationException));
    }

    private void sleep(String channel, Duration pause) {
        if (stopping.getAsBoolean()) {
            throw new Interrupted(channel);
        }
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(pause.toMillis() / 2, pause.toMillis() + 1));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Interrupted(channel);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static final class Unexpected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unexpected(RuntimeException fault) {
            super(fault);
        }
    }

    /** The only thing a handler throws, and only while its process ends. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(String channel) {
            super("stopped while " + channel + " waited");
        }
    }
}
