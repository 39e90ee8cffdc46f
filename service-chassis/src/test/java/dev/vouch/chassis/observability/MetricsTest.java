package dev.vouch.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The names that alerts and dashboards use; renaming one is a change for every operator. */
class MetricsTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Metrics metrics = new Metrics(registry);

    @Test
    void the_outbox_tells_how_much_waits_and_for_how_long() {
        metrics.outbox(() -> 3, () -> Duration.ofMillis(1500));

        assertThat(registry.scrape())
                .contains("vouch_outbox_pending_events 3.0")
                .contains("vouch_outbox_oldest_age_seconds 1.5");
    }

    @Test
    void consumers_tell_what_they_met() {
        metrics.duplicates("influencers", 2);
        metrics.gaps("contacts", 1);
        metrics.skipped("contacts", 4);
        metrics.deadLetter("vouch.campaign.campaign", "invalid");
        metrics.endToEnd("contacts", Duration.ofSeconds(-1));

        assertThat(registry.scrape())
                .contains("vouch_consumer_duplicates_total{channel=\"influencers\"} 2.0")
                .contains("vouch_consumer_gaps_total{channel=\"contacts\"} 1.0")
                .contains("vouch_consumer_skipped_total{channel=\"contacts\"} 4.0")
                .contains("vouch_dlq_records_total{reason=\"invalid\",topic=\"vouch.campaign.campaign\"} 1.0")
                .contains("vouch_event_end_to_end_seconds_sum{channel=\"contacts\"} 0.0");
    }
}
