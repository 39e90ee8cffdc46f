package dev.vouch.chassis.observability;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The figures that the house's alerts stand on. No label ever carries an id.
 */
@Singleton
public class Metrics {

    private final MeterRegistry registry;

    public Metrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** {@code vouch_outbox_pending_events} and {@code vouch_outbox_oldest_age_seconds}; asked at every scrape. */
    public void outbox(LongSupplier pending, Supplier<Duration> oldest) {
        Gauge.builder("vouch.outbox.pending.events", pending, LongSupplier::getAsLong)
                .description("Events written with their state and not yet acknowledged by the broker")
                .strongReference(true)
                .register(registry);
        Gauge.builder("vouch.outbox.oldest.age", oldest, age -> age.get().toMillis() / 1000.0)
                .description("Age of the oldest event that waits in an outbox")
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    /** {@code vouch_consumer_gaps_overdue}: holes in a history that nobody filled for a minute. */
    public void overdueGaps(IntSupplier overdue) {
        Gauge.builder("vouch.consumer.gaps.overdue", overdue, IntSupplier::getAsInt)
                .description("Histories that have waited for a missing event for more than a minute")
                .strongReference(true)
                .register(registry);
    }

    /** {@code vouch_consumer_lag}: what the broker holds for a channel and it has not done. */
    public void lag(String channel, LongSupplier records) {
        Gauge.builder("vouch.consumer.lag", records, LongSupplier::getAsLong)
                .description("Records that wait for this channel, seen from the broker")
                .tag("channel", channel)
                .strongReference(true)
                .register(registry);
    }

    /** {@code vouch_consumer_duplicates_total}: told again what was known. */
    public void duplicates(String channel, long count) {
        count("vouch.consumer.duplicates", count, "channel", channel);
    }

    /** {@code vouch_consumer_gaps_total}: an event of a history came before its predecessor. */
    public void gaps(String channel, long count) {
        count("vouch.consumer.gaps", count, "channel", channel);
    }

    /** {@code vouch_consumer_skipped_total}: a type that this consumer does not handle. */
    public void skipped(String channel, long count) {
        count("vouch.consumer.skipped", count, "channel", channel);
    }

    /** {@code vouch_dlq_records_total} */
    public void deadLetter(String topic, String reason) {
        count("vouch.dlq.records", 1, "topic", topic, "reason", reason);
    }

    /** {@code vouch_event_end_to_end_seconds}: from the event's time to the end of its handling. */
    public void endToEnd(String channel, Duration took) {
        Timer.builder("vouch.event.end.to.end")
                .tag("channel", channel)
                .register(registry)
                .record(took.isNegative() ? Duration.ZERO : took);
    }

    private void count(String name, long count, String... labels) {
        registry.counter(name, labels).increment((double) count);
    }
}
