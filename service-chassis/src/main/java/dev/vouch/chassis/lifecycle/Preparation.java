package dev.vouch.chassis.lifecycle;

import dev.vouch.chassis.aggregate.PreparedStore;
import dev.vouch.chassis.observability.Broker;
import dev.vouch.chassis.observability.ServiceState;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Creates the indexes, looks for the topics and only then opens the channels. Repeats until store and broker are there, so that
 * services may be started in any order.
 */
@Singleton
class Preparation {

    private static final Logger LOG = Logger.getLogger(Preparation.class);
    private static final int AFTER_EVERY_CHECK = 5_000;
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<PreparedStore> stores;
    private final Broker broker;
    private final Runnable openChannels;
    private final ServiceState state;
    private final Set<String> topics;

    @Inject
    Preparation(@All List<PreparedStore> stores, Broker broker, Channels channels, ServiceState state, Config config) {
        this(stores, broker, channels::resume, state, topicsOf(config));
    }

    Preparation(
            List<PreparedStore> stores, Broker broker, Runnable openChannels, ServiceState state, Set<String> topics) {
        this.stores = stores;
        this.broker = broker;
        this.openChannels = openChannels;
        this.state = state;
        this.topics = topics;
    }

    void begin(@Observes @Priority(AFTER_EVERY_CHECK) StartupEvent start, ExecutorService executor) {
        executor.execute(this::untilPrepared);
    }

    void untilPrepared() {
        var told = "";
        for (var missing = missing(); missing.isPresent(); missing = missing()) {
            if (state.isStopping() || Thread.currentThread().isInterrupted()) {
                return;
            }
            if (!missing.get().equals(told)) {
                told = missing.get();
                LOG.infof("Waiting for %s", told);
            }
            rest();
        }
        state.prepared();
        openChannels.run();
    }

    /** Does what can be done and says what cannot. */
    private Optional<String> missing() {
        try {
            stores.forEach(PreparedStore::prepare);
        } catch (RuntimeException e) {
            return Optional.of("the store: " + e);
        }
        try {
            var missing = topics.isEmpty() ? Set.<String>of() : broker.missing(topics, PATIENCE);
            return missing.isEmpty() ? Optional.empty() : Optional.of("the topics " + missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the broker");
        } catch (Exception e) {
            return Optional.of("the broker: " + e);
        }
    }

    /** The topics that the incoming channels name. */
    static Set<String> topicsOf(Config config) {
        var topics = new TreeSet<String>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"))
                .forEach(name -> topics.add(config.getValue(name, String.class)));
        return topics;
    }

    private static void rest() {
        try {
            Thread.sleep(AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
