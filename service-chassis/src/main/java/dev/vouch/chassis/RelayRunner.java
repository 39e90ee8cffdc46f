package dev.vouch.chassis;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.PreparedStore;
import dev.vouch.chassis.mongo.Database;
import dev.vouch.chassis.observability.Metrics;
import dev.vouch.chassis.outbox.EventPublisher;
import dev.vouch.chassis.outbox.Relay;
import dev.vouch.chassis.outbox.RelayLease;
import dev.vouch.chassis.outbox.Wakeup;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;

/** Keeps the relay running from the start of the service to its end. */
@Singleton
class RelayRunner {

    private final List<AggregateStore<?>> aggregates;
    private final Relay relay;

    RelayRunner(
            @All List<PreparedStore> stores,
            EventPublisher publisher,
            Database database,
            Wakeup wakeup,
            Clock clock,
            Metrics metrics,
            Config config) {
        aggregates = aggregatesOf(stores);
        relay = new Relay(aggregates, publisher, new RelayLease(database, instanceName(config)), wakeup, clock);
        metrics.outbox(relay::pending, relay::oldest);
    }

    void start(@Observes StartupEvent event) {
        if (!aggregates.isEmpty()) {
            relay.start();
        }
    }

    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) {
        relay.close();
    }

    /** The same again after a restart: two living instances cannot share a host and a port. */
    private static String instanceName(Config config) {
        var port = config.getOptionalValue("quarkus.http.port", String.class).orElse("8080");
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + port;
        } catch (UnknownHostException nameless) {
            return UUID.randomUUID() + ":" + port;
        }
    }

    private static List<AggregateStore<?>> aggregatesOf(List<PreparedStore> stores) {
        var aggregates = new ArrayList<AggregateStore<?>>();
        for (var store : stores) {
            if (store instanceof AggregateStore<?> aggregate) {
                aggregates.add(aggregate);
            }
        }
        return aggregates;
    }
}
