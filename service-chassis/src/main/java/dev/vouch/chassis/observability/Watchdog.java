package dev.vouch.chassis.observability;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds what a restart would cure: a handler that hangs without an outage, a consumer whose client no longer polls, and a channel
 * that no longer moves because the connector gave it up.
 */
@Singleton
class Watchdog {

    private static final String LAST_POLL = "last-poll-seconds-ago";

    private final ConsumerProgress progress;
    private final KafkaClientService clients;
    private final Backlog backlog;
    private final Duration limit;

    @Inject
    Watchdog(
            ConsumerProgress progress,
            KafkaClientService clients,
            Backlog backlog,
            @ConfigProperty(name = "vouch.watchdog.no-progress-after") Duration limit) {
        this.progress = progress;
        this.clients = clients;
        this.backlog = backlog;
        this.limit = limit;
    }

    /** @return what is stuck */
    Optional<String> stuck() {
        return progress.stuckFor(limit)
                .map(channel -> channel + " handles one batch for more than " + limit)
                .or(this::silentClient)
                .or(() -> backlog.standingFor(limit)
                        .map(channel -> channel + " has not moved for more than " + limit + " although records wait"));
    }

    private Optional<String> silentClient() {
        return clients.getConsumerChannels().stream()
                .filter(channel -> silent(clients.getConsumer(channel).unwrap().metrics(), limit))
                .findFirst()
                .map(channel -> channel + " has not polled for more than " + limit);
    }

    static boolean silent(Map<MetricName, ? extends Metric> metrics, Duration limit) {
        return metrics.entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(LAST_POLL))
                .anyMatch(metric -> metric.getValue().metricValue() instanceof Number seconds
                        && seconds.doubleValue() > limit.toSeconds());
    }
}
