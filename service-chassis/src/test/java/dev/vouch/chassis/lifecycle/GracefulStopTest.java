package dev.vouch.chassis.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.observability.ConsumerProgress;
import dev.vouch.chassis.observability.ServiceState;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GracefulStopTest {

    private final ServiceState state = new ServiceState();
    private final ConsumerProgress progress = new ConsumerProgress();
    private final AtomicBoolean unreadyBeforePause = new AtomicBoolean();
    private final CountDownLatch paused = new CountDownLatch(1);

    @Test
    void the_service_is_unready_and_paused_before_it_waits_for_its_handlers() throws Exception {
        progress.started("contacts");
        var stop = stop(Duration.ofMinutes(1));

        var stopped = CompletableFuture.runAsync(() -> stop.stop(new ShutdownEvent()));
        assertThat(paused.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(unreadyBeforePause).isTrue();
        assertThat(stop.stopping()).isTrue();
        assertThat(stopped).isNotDone();

        progress.finished("contacts");
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void a_handler_that_does_not_end_is_cut_off() {
        progress.started("contacts");

        stop(Duration.ofMillis(50)).stop(new ShutdownEvent());

        assertThat(progress.running()).containsExactly("contacts");
    }

    @Test
    void a_service_at_rest_stops_at_once() {
        var stop = stop(Duration.ofMinutes(1));

        assertThat(CompletableFuture.runAsync(() -> stop.stop(new ShutdownEvent())))
                .succeedsWithin(Duration.ofSeconds(10));
    }

    private GracefulStop stop(Duration patience) {
        return new GracefulStop(
                state,
                () -> {
                    unreadyBeforePause.set(state.isStopping());
                    paused.countDown();
                },
                progress,
                patience);
    }
}
