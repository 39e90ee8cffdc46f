package dev.vouch.chassis.lifecycle;

import dev.vouch.chassis.observability.ConsumerProgress;
import dev.vouch.chassis.observability.ServiceState;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Stops in this order: not ready, channels paused, running handlers ended, then the container closes its clients. What does not
 * end in time is cut off; it is delivered again, and every handler can be told anything twice.
 */
@Singleton
public class GracefulStop {

    private static final Logger LOG = Logger.getLogger(GracefulStop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int BEFORE_EVERYBODY = 1;

    private final ServiceState state;
    private final Runnable pauseChannels;
    private final ConsumerProgress progress;
    private final Duration patience;

    @Inject
    GracefulStop(ServiceState state, Channels channels, ConsumerProgress progress) {
        this(state, channels::pause, progress, PATIENCE);
    }

    GracefulStop(ServiceState state, Runnable pauseChannels, ConsumerProgress progress, Duration patience) {
        this.state = state;
        this.pauseChannels = pauseChannels;
        this.progress = progress;
        this.patience = patience;
    }

    /** Consumers that wait for an outage to end, and timers before each piece of work, ask this and give up. */
    public boolean stopping() {
        return state.isStopping();
    }

    void stop(@Observes @Priority(BEFORE_EVERYBODY) ShutdownEvent shutdown) {
        state.stop();
        pauseChannels.run();
        if (!handlersEnded()) {
            LOG.warnf("Stopped in the middle of %s; what they were doing is delivered again", progress.running());
        }
    }

    private boolean handlersEnded() {
        long end = System.nanoTime() + patience.toNanos();
        while (!progress.running().isEmpty()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
