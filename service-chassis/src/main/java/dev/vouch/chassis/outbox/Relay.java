package dev.vouch.chassis.outbox;

import dev.vouch.chassis.aggregate.AggregateStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the outboxes to the broker: woken by commits, sweeping every 250 ms all the same. A document's whole outbox goes in
 * order; it is emptied only after the acknowledgement. A crash in between publishes it once more with the same ids.
 */
public class Relay implements AutoCloseable {

    static final Duration SWEEP = Duration.ofMillis(250);
    private static final Duration REFUSED_AGAIN = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final List<? extends AggregateStore<?>> stores;
    private final EventPublisher publisher;
    private final RelayLease lease;
    private final Clock clock;
    private final Wakeup wakeup;
    private final Map<String, Long> refusedAt = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    public Relay(
            List<? extends AggregateStore<?>> stores,
            EventPublisher publisher,
            RelayLease lease,
            Wakeup wakeup,
            Clock clock) {
        this.stores = List.copyOf(stores);
        this.publisher = publisher;
        this.lease = lease;
        this.wakeup = wakeup;
        this.clock = clock;
    }

    public synchronized void start() {
        running = true;
        threads.add(repeating("vouch-relay-lease", lease::beat, () -> Thread.sleep(RelayLease.BEAT.toMillis())));
        threads.add(repeating("vouch-relay", this::sweepWhileHeld, () -> wakeup.await(SWEEP)));
    }

    /**
     * Publishes a page of each store.
     *
     * @return how many events were taken up; 0 when nothing waits
     */
    public int sweep() {
        refusedAt.values().removeIf(at -> System.nanoTime() - at > REFUSED_AGAIN.toNanos());
        return stores.stream().mapToInt(this::sweep).sum();
    }

    /** How many events wait, counted over a page of each store. */
    public long pending() {
        return pages().mapToLong(page -> page.events().size()).sum();
    }

    /** How long the oldest of them has waited; zero when none does. */
    public Duration oldest() {
        var now = clock.instant();
        return pages().flatMap(page -> page.events().stream())
                .map(event -> Duration.between(event.time(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    @Override
    public synchronized void close() {
        running = false;
        threads.forEach(Relay::end);
        threads.clear();
        try {
            lease.release();
        } catch (RuntimeException away) {
            LOG.warn("the relay's lease runs out by itself: {}", away.toString());
        }
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<OutboxPage> pages() {
        return stores.stream().map(store -> OutboxPage.of(store.collection(), Set.of()));
    }

    /** One store's trouble must not keep the others' events. */
    private int sweep(AggregateStore<?> store) {
        try {
            var page = OutboxPage.of(store.collection(), refusedAt.keySet());
            if (page.isEmpty()) {
                return 0;
            }
            page.publish(publisher, this::refused);
            return page.events().size();
        } catch (RuntimeException away) {
            LOG.warn("relay waits: {}", away.toString());
            return 0;
        }
    }

    private void refused(String id, KafkaException why) {
        refusedAt.put(id, System.nanoTime());
        LOG.error("the broker will not take an event of {}; it stays in its outbox", id, why);
    }

    private void sweepWhileHeld() {
        var published = 1;
        while (running && lease.held() && published > 0) {
            published = sweep();
        }
    }

    private interface Pause {
        void rest() throws InterruptedException;
    }

    private Thread repeating(String name, Runnable step, Pause pause) {
        var thread = new Thread(
                () -> {
                    try {
                        while (running) {
                            quietly(name, step);
                            pause.rest();
                        }
                    } catch (InterruptedException stopping) {
                        LOG.debug("{} stops", name);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Even an Error must not end the thread: the lease would go on beating for a relay that is not there. */
    private static void quietly(String name, Runnable step) {
        try {
            step.run();
        } catch (Throwable trouble) {
            LOG.warn("{} waits: {}", name, trouble.toString());
        }
    }
}
