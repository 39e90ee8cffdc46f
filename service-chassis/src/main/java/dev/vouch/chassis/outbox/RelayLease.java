package dev.vouch.chassis.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import dev.vouch.chassis.mongo.Database;
import dev.vouch.chassis.mongo.MongoErrors;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One relay per service, without comparing clocks: the holder moves a beat on by compare-and-set; another takes over after it
 * has seen the same beat for {@link #PATIENCE} of its own monotonic time. Two holders for a moment would publish twice, never lose.
 */
public class RelayLease {

    static final Duration BEAT = Duration.ofSeconds(2);
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final String me;
    private final LongSupplier nanoTime;

    private volatile boolean held;
    private volatile long heldSince;
    private long beat;
    private @Nullable String rival;
    private long rivalBeat = -1;
    private long rivalSince;

    /** @param me unique among living instances, the same again after a restart, which then need not wait for itself */
    public RelayLease(Database database, String me) {
        this(database, me, System::nanoTime);
    }

    RelayLease(Database database, String me, LongSupplier nanoTime) {
        this.database = database;
        this.me = me;
        this.nanoTime = nanoTime;
    }

    /** Whether we hold it for sure: a beat that has hung for as long as others wait for us is one that we lost. */
    public boolean held() {
        return held && nanoTime.getAsLong() - heldSince < PATIENCE.toNanos();
    }

    /** To be called every {@link #BEAT}: keeps the lease, or takes it when nobody does. */
    public synchronized void beat() {
        var before = nanoTime.getAsLong();
        held = held ? keep() : take();
        heldSince = before;
    }

    /** For a stop in peace: the next instance need not wait. */
    public synchronized void release() {
        if (held) {
            leases().updateOne(mine(), new Document("$set", new Document("holder", "")));
            held = false;
        }
    }

    private boolean keep() {
        var moved = leases().updateOne(mine(), new Document("$set", new Document("beat", beat + 1)));
        beat++;
        return moved.getMatchedCount() == 1;
    }

    private boolean take() {
        var lease = leases().find(new Document("_id", "relay")).first();
        if (lease == null) {
            return create();
        }
        var holder = lease.getString("holder");
        var holderBeat = lease.getLong("beat");
        return (holder.isEmpty() || holder.equals(me) || hasStopped(holder, holderBeat)) && replace(holder, holderBeat);
    }

    private boolean hasStopped(String holder, long holderBeat) {
        if (!Objects.equals(holder, rival) || holderBeat != rivalBeat) {
            rival = holder;
            rivalBeat = holderBeat;
            rivalSince = nanoTime.getAsLong();
        }
        return nanoTime.getAsLong() - rivalSince >= PATIENCE.toNanos();
    }

    private boolean create() {
        try {
            leases().insertOne(new Document("_id", "relay").append("holder", me).append("beat", 0L));
            beat = 0;
            return true;
        } catch (MongoException error) {
            if (MongoErrors.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
    }

    private boolean replace(String holder, long holderBeat) {
        var taken = leases().updateOne(
                        new Document("_id", "relay").append("holder", holder).append("beat", holderBeat),
                        new Document("$set", new Document("holder", me).append("beat", holderBeat + 1)));
        beat = holderBeat + 1;
        return taken.getMatchedCount() == 1;
    }

    private Document mine() {
        return new Document("_id", "relay").append("holder", me).append("beat", beat);
    }

    private MongoCollection<Document> leases() {
        return database.database().getCollection("leases");
    }
}
