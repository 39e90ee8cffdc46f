package dev.vouch.chassis.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The store's time: read at most 30 s ago, plus the monotonic time elapsed since. Due times and quiet periods compare the
 * same clock on every instance, whatever the machines' own clocks say. Falls back to the machine's clock only until the store
 * was reached once; during an outage it goes on from the last reading.
 */
public class StoreClock extends Clock {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private record Reading(Instant storeTime, long nanos) {
        Instant now() {
            return storeTime.plusNanos(System.nanoTime() - nanos);
        }

        boolean fresh() {
            return System.nanoTime() - nanos < FRESH.toNanos();
        }
    }

    private final Database database;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile @Nullable Reading reading;
    private volatile long triedAt = System.nanoTime() - AGAIN.toNanos() - 1;

    public StoreClock(Database database) {
        this.database = database;
    }

    @Override
    public Instant instant() {
        var last = reading;
        if ((last == null || !last.fresh()) && System.nanoTime() - triedAt > AGAIN.toNanos() && refreshing.tryLock()) {
            try {
                last = refreshed(last);
            } finally {
                refreshing.unlock();
            }
        }
        var now = last == null ? Clock.systemUTC().instant() : last.now();
        return now.truncatedTo(ChronoUnit.MILLIS);
    }

    /** One thread asks, the others go on with the last reading; while the store is away nobody waits for it again and again. */
    private @Nullable Reading refreshed(@Nullable Reading last) {
        try {
            var next = read();
            reading = next;
            return next;
        } catch (MongoException away) {
            triedAt = System.nanoTime();
            return last;
        }
    }

    private Reading read() {
        var asked = System.nanoTime();
        var answer = database.database()
                .getCollection("clock")
                .findOneAndUpdate(
                        new Document("_id", "now"),
                        new Document("$currentDate", new Document("at", true)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        var at = Objects.requireNonNull(answer).getDate("at").toInstant();
        return new Reading(at, asked + (System.nanoTime() - asked) / 2);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(
                Clock.system(zone), Duration.between(Clock.systemUTC().instant(), instant()));
    }
}
