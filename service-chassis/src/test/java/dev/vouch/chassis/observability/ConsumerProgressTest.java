package dev.vouch.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsumerProgressTest {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final AtomicLong now =
            new AtomicLong(Long.MAX_VALUE - Duration.ofMinutes(1).toNanos());
    private final ConsumerProgress progress = new ConsumerProgress(now::get);

    @Test
    void a_handler_that_hangs_is_found() {
        progress.started("contacts");
        elapse(Duration.ofMinutes(6));

        assertThat(progress.stuckFor(LIMIT)).hasValue("contacts");
    }

    @Test
    void a_handler_that_ended_is_not_stuck() {
        progress.started("contacts");
        progress.finished("contacts");
        elapse(Duration.ofHours(1));

        assertThat(progress.stuckFor(LIMIT)).isEmpty();
        assertThat(progress.running()).isEmpty();
    }

    @Test
    void a_handler_that_waits_for_the_store_is_not_stuck_however_long_it_takes() {
        progress.started("contacts");
        progress.outage("contacts", true);
        elapse(Duration.ofHours(1));

        assertThat(progress.stuckFor(LIMIT)).isEmpty();
        assertThat(progress.outages()).containsExactly("contacts");
    }

    @Test
    void its_time_counts_again_from_the_end_of_the_outage() {
        progress.started("contacts");
        progress.outage("contacts", true);
        elapse(Duration.ofHours(1));
        progress.outage("contacts", false);

        assertThat(progress.stuckFor(LIMIT)).isEmpty();

        elapse(Duration.ofMinutes(6));
        assertThat(progress.stuckFor(LIMIT)).hasValue("contacts");
    }

    @Test
    void no_outage_is_said_to_be_over_again_and_again_in_favour_of_a_handler_that_hangs() {
        progress.started("contacts");
        elapse(Duration.ofMinutes(6));
        progress.outage("contacts", false);

        assertThat(progress.stuckFor(LIMIT)).hasValue("contacts");
    }

    private void elapse(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
