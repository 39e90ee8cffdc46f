package dev.vouch.discovery.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TouchesTest {

    private static final Duration MOMENT = Duration.ofMillis(500);

    private long now = Long.MAX_VALUE - 1; // such a clock may start anywhere
    private final Touches touches = new Touches(() -> now);

    @Test
    void who_was_written_is_due_after_a_quiet_while() {
        touches.add(List.of("ada"));
        assertThat(touches.isDue()).isFalse();
        assertThat(touches.takeDue(10)).isEmpty();

        pass(Touches.QUIET);

        assertThat(touches.isDue()).isTrue();
        assertThat(touches.takeDue(10)).containsExactly("ada");
        assertThat(touches.isEmpty()).isTrue();
    }

    @Test
    void who_is_written_again_and_again_is_due_once_patience_ends() {
        for (var waited = Duration.ZERO; waited.compareTo(Touches.PATIENCE) < 0; waited = waited.plus(MOMENT)) {
            touches.add(List.of("ada"));
            assertThat(touches.isDue()).as("after %s", waited).isFalse();
            pass(MOMENT);
        }

        assertThat(touches.takeDue(10)).containsExactly("ada");
    }

    @Test
    void one_that_is_not_due_keeps_nobody_waiting() {
        touches.add(List.of("ada", "grace"));
        pass(MOMENT);
        touches.add(List.of("ada"));
        pass(Touches.QUIET.minus(MOMENT));

        assertThat(touches.takeDue(10)).containsExactly("grace");
        assertThat(touches.isEmpty()).isFalse();
    }

    @Test
    void the_others_stay_for_the_next_time() {
        touches.add(List.of("ada", "grace", "mary"));
        pass(Touches.QUIET);

        assertThat(touches.takeDue(2)).containsExactly("ada", "grace");
        assertThat(touches.takeDue(2)).containsExactly("mary");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
