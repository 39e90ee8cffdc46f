package dev.vouch.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void a_client_that_polls_is_alive() {
        assertThat(Watchdog.silent(lastPoll(2.0), LIMIT)).isFalse();
    }

    @Test
    void a_client_that_has_not_polled_yet_is_given_time() {
        assertThat(Watchdog.silent(lastPoll(-1.0), LIMIT)).isFalse();
    }

    @Test
    void a_client_that_no_longer_polls_is_found() {
        assertThat(Watchdog.silent(lastPoll(301.0), LIMIT)).isTrue();
    }

    private static Map<MetricName, Metric> lastPoll(double seconds) {
        var name = new MetricName("last-poll-seconds-ago", "consumer-metrics", "", Map.of());
        return Map.of(name, new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                return seconds;
            }
        });
    }
}
