package dev.vouch.chassis.observability;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the channels have still to do, as the broker sees it: the client's own lag is blind to a channel that is paused or that
 * the connector gave up. Finds those where records wait and nothing moves.
 */
@Singleton
class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Duration AT_MOST = Duration.ofSeconds(5);

    /** A channel's group and topic. */
    record Reader(String channel, String group, String topic) {}

    private record Place(String channel, TopicPartition partition) {}

    private record Standing(long offset, long since) {}

    private final Broker broker;
    private final ConsumerProgress progress;
    private final Metrics metrics;
    private final LongSupplier nanoTime;
    private final Map<Place, Standing> standing = new ConcurrentHashMap<>();
    private final Map<String, Long> lags = new ConcurrentHashMap<>();

    @Inject
    Backlog(Broker broker, ConsumerProgress progress, Metrics metrics) {
        this(broker, progress, metrics, System::nanoTime);
    }

    Backlog(Broker broker, ConsumerProgress progress, Metrics metrics, LongSupplier nanoTime) {
        this.broker = broker;
        this.progress = progress;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
    }

    /** A channel during an outage is not looked at: its time begins anew. */
    void look(Reader reader) {
        if (progress.outages().contains(reader.channel())) {
            forget(reader);
            return;
        }
        try {
            var left = broker.left(reader.group(), reader.topic(), AT_MOST);
            standing.keySet()
                    .removeIf(
                            place -> place.channel().equals(reader.channel()) && !left.containsKey(place.partition()));
            left.forEach((partition, each) -> standing.merge(
                    new Place(reader.channel(), partition),
                    new Standing(each.offset(), nanoTime.getAsLong()),
                    (before, now) -> before.offset() == now.offset() ? before : now));
            say(reader, left.values().stream().mapToLong(Broker.Left::records).sum());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception away) {
            LOG.debug("backlog of {} is not known", reader.channel(), away);
            forget(reader);
        }
    }

    /** @return a channel of which a partition has not moved for longer, although records wait in it */
    Optional<String> standingFor(Duration limit) {
        long now = nanoTime.getAsLong();
        return standing.entrySet().stream()
                .filter(each -> now - each.getValue().since() > limit.toNanos())
                .map(each -> each.getKey().channel())
                .findFirst();
    }

    private void forget(Reader reader) {
        standing.keySet().removeIf(place -> place.channel().equals(reader.channel()));
    }

    private void say(Reader reader, long lag) {
        if (lags.put(reader.channel(), lag) == null) {
            metrics.lag(reader.channel(), () -> lags.getOrDefault(reader.channel(), 0L));
        }
    }

    /** Looks at every channel of the service that has begun to consume. */
    @Singleton
    static class Timer {

        private final Backlog backlog;
        private final ServiceState state;
        private final KafkaClientService clients;
        private final Config config;

        Timer(Backlog backlog, ServiceState state, KafkaClientService clients, Config config) {
            this.backlog = backlog;
            this.state = state;
            this.clients = clients;
            this.config = config;
        }

        @Scheduled(every = "${vouch.watchdog.look-every:15s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
        void look() {
            if (state.isPrepared() && !state.isStopping()) {
                clients.getConsumerChannels().stream().map(this::reader).forEach(backlog::look);
            }
        }

        private Reader reader(String channel) {
            var settings = "mp.messaging.incoming." + channel;
            return new Reader(
                    channel,
                    config.getValue(settings + ".group.id", String.class),
                    config.getValue(settings + ".topic", String.class));
        }
    }
}
