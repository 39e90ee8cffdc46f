package dev.vouch.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Metrics metrics = new Metrics(registry);

    @Test
    void the_outbox_is_asked_at_every_scrape() {
        var waiting = new long[] {3};
        metrics.outbox(() -> waiting[0], () -> Duration.ofMillis(1500));

        assertThat(registry.get("vouch.outbox.pending.events").gauge().value()).isEqualTo(3);
        assertThat(registry.get("vouch.outbox.oldest.age").gauge().value()).isEqualTo(1.5);

        waiting[0] = 0;
        assertThat(registry.get("vouch.outbox.pending.events").gauge().value()).isZero();
    }

    @Test
    void an_event_from_a_clock_ahead_of_ours_took_no_time() {
        metrics.endToEnd("contacts", Duration.ofSeconds(-1));

        assertThat(registry.get("vouch.event.end.to.end").timer().totalTime(TimeUnit.SECONDS))
                .isZero();
    }
}
