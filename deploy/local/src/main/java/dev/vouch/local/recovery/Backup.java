package dev.vouch.local.recovery;

import com.mongodb.client.ClientSession;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * All documents of all services as of one moment. MongoDB itself keeps that moment while the services go on; of a store that
 * cannot, a backup is taken only while no service writes.
 */
public final class Backup {

    private final Databases databases;
    private final EventLog log;
    private final Clock clock;

    public Backup(Databases databases, EventLog log, Clock clock) {
        this.databases = databases;
        this.log = log;
        this.clock = clock;
    }

    public void to(Path file, Consumer<String> say) throws IOException {
        try (var snapshot = databases.snapshot();
                var archive = new Archive.Writer(file)) {
            requireStopped(snapshot);
            var takenAt = clock.instant();
            long documents = 0;
            for (var holding : Holding.all()) {
                if (holding.isKept()) {
                    documents += archive.add(
                                    holding.name(),
                                    take -> read(holding, snapshot).forEach(take))
                            .documents();
                }
            }
            requireStopped(snapshot);
            var manifest = archive.finish(takenAt.toString(), snapshot == null ? "STOPPED" : "SNAPSHOT");
            say.accept("backup of " + takenAt + ": " + documents + " documents of "
                    + manifest.collections().size() + " collections in " + file);
        }
    }

    private Iterable<BsonDocument> read(Holding holding, @Nullable ClientSession snapshot) {
        var collection = databases.collection(holding);
        var found = snapshot == null ? collection.find() : collection.find(snapshot);
        return found.sort(new Document("_id", 1));
    }

    /** Asked again at the end: one that was started meanwhile spoils it. */
    private void requireStopped(@Nullable ClientSession snapshot) {
        if (snapshot == null) {
            log.requireIdle(EventLog.groups());
        }
    }
}
