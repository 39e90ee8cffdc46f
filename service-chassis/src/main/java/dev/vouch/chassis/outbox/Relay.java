package dev.vouch.chassis.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.StoredDocument;
import dev.vouch.chassis.event.Outgoing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the outboxes to the broker: woken by commits, sweeping every 250 ms all the same. A document's whole outbox goes in
 * order; it is emptied only after the acknowledgement. A crash in between publishes it once more with the same ids.
 */
public class Relay implements AutoCloseable {

    static final Duration SWEEP = Duration.ofMillis(250);
    static final int DOCUMENTS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final List<? extends AggregateStore<?>> stores;
    private final EventPublisher publisher;
    private final RelayLease lease;
    private final Clock clock;
    private final Wakeup wakeup;
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
        threads.add(repeating("vouch-relay-lease", this::beatQuietly, () -> Thread.sleep(RelayLease.BEAT.toMillis())));
        threads.add(repeating("vouch-relay", this::sweepQuietly, () -> wakeup.await(SWEEP)));
    }

    /**
     * Publishes all that waits.
     *
     * @return how many events
     */
    public int sweep() {
        var published = 0;
        for (var store : stores) {
            int some;
            do {
                some = sweep(store);
                published += some;
            } while (some > 0);
        }
        return published;
    }

    /** How many events wait, counted over at most {@link #DOCUMENTS} documents of each store. */
    public long pending() {
        return stores.stream()
                .flatMap(store -> waiting(store).stream())
                .mapToLong(document -> events(document).size())
                .sum();
    }

    /** How long the oldest of them has waited; zero when none does. */
    public Duration oldest() {
        return stores.stream()
                .flatMap(store -> waiting(store).stream())
                .flatMap(document -> events(document).stream())
                .map(event -> Duration.between(event.time(), clock.instant()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    @Override
    public synchronized void close() throws InterruptedException {
        running = false;
        for (var thread : threads) {
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
        threads.clear();
        lease.release();
    }

    private int sweep(AggregateStore<?> store) {
        var collection = store.collection();
        var documents = waiting(store);
        var events = documents.stream()
                .flatMap(document -> events(document).stream())
                .toList();
        publisher.publish(events);
        empty(collection, documents);
        return events.size();
    }

    /** Empties what was published. Where more was written meanwhile, only the published entries go. */
    private static void empty(MongoCollection<BsonDocument> collection, List<BsonDocument> documents) {
        if (documents.isEmpty()) {
            return;
        }
        var whole = documents.stream()
                .map(document -> new UpdateOneModel<BsonDocument>(
                        unchanged(document),
                        new Document("$set", new Document("outbox", List.of()))
                                .append("$unset", new Document("outboxPending", ""))))
                .toList();
        if (collection.bulkWrite(whole).getMatchedCount() < documents.size()) {
            documents.forEach(document -> collection.updateOne(
                    new Document("_id", document.get("_id")),
                    new Document(
                            "$pull",
                            new Document("outbox", new Document("sequence", new Document("$lte", last(document)))))));
        }
    }

    private static Bson unchanged(BsonDocument document) {
        return new Document("_id", document.get("_id")).append("eventSequence", last(document));
    }

    /** A document that is flagged without entries lost them to another relay; its flag goes by its own sequence. */
    private static long last(BsonDocument document) {
        var outbox = document.getArray("outbox", new BsonArray());
        return outbox.isEmpty()
                ? document.getNumber("eventSequence").longValue()
                : outbox.get(outbox.size() - 1)
                        .asDocument()
                        .getNumber("sequence")
                        .longValue();
    }

    private static List<Outgoing> events(BsonDocument document) {
        return document.getArray("outbox", new BsonArray()).stream()
                .map(entry -> StoredDocument.outgoing(entry.asDocument()))
                .toList();
    }

    private static List<BsonDocument> waiting(AggregateStore<?> store) {
        return store.collection()
                .find(new Document("outboxPending", true))
                .limit(DOCUMENTS)
                .into(new ArrayList<>());
    }

    private void sweepQuietly() {
        try {
            if (lease.held()) {
                sweep();
            }
        } catch (RuntimeException away) {
            LOG.warn("relay waits: {}", away.toString());
        }
    }

    private void beatQuietly() {
        try {
            lease.beat();
        } catch (RuntimeException away) {
            LOG.warn("relay lease waits: {}", away.toString());
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
                            step.run();
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
}
