package dev.vouch.testkit;

import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.mongo.Database;
import dev.vouch.local.platform.EmbeddedDatabase;
import java.time.Clock;
import java.util.UUID;

/**
 * A database for the test of one store, without a container around it: embedded and in memory, or the real MongoDB that
 * {@code -Dvouch.test.mongodb=<uri>} names. Nothing may pass on one and fail on the other.
 */
public final class TestStores implements AutoCloseable {

    private final Closing closing = new Closing();
    private final Database database;

    public TestStores() {
        String given = System.getProperty("vouch.test.mongodb", "");
        String uri = given.isEmpty() ? closing.add(EmbeddedDatabase.inMemory(0)).uri() : given;
        database = closing.add(new Database(uri, "vouch_test_" + UUID.randomUUID()));
    }

    /** What a store's constructor asks for. */
    public Stores stores(Clock clock) {
        return new Stores(database, clock, "/test", () -> {});
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        database.database().drop();
        closing.close();
    }
}
