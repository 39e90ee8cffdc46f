package dev.vouch.chassis.consumer;

import dev.vouch.chassis.observability.Metrics;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises the alarm for a hole that stays: a person decides whether to wait or to skip. */
@Singleton
class GapWatch {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(GapWatch.class);

    private final Consumers consumers;
    private final Clock clock;
    private volatile List<Gap> overdue = List.of();

    GapWatch(Consumers consumers, Clock clock, Metrics metrics) {
        this.consumers = consumers;
        this.clock = clock;
        metrics.overdueGaps(() -> overdue.size());
    }

    @Scheduled(
            every = "${vouch.gaps.every:30s}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        var since = clock.instant().minus(PATIENCE);
        overdue = consumers.gaps().stream()
                .filter(gap -> gap.since().isBefore(since))
                .toList();
        overdue.forEach(gap -> LOG.warn(
                "gap channel={} document={} subject={} waiting={} first={} since={}",
                gap.channel(),
                gap.document(),
                gap.subject(),
                gap.waiting(),
                gap.firstWaiting(),
                gap.since()));
    }
}
