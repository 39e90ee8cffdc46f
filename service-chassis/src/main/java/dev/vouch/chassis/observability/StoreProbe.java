package dev.vouch.chassis.observability;

import dev.vouch.chassis.mongo.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.bson.Document;

@Singleton
class StoreProbe implements Dependency {

    private final Database database;

    StoreProbe(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "store";
    }

    /** The driver gives up after its server selection timeout of 2 s. */
    @Override
    public void ask(Duration atMost) {
        database.database().runCommand(new Document("ping", 1));
    }
}
