package dev.vouch.local.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bson.BsonDocument;
import org.bson.Document;

/**
 * A backup back into empty stores. In this order, so that a restore that breaks off anywhere leaves an installation that sends
 * nothing: lock, documents, counts moved past the log, consumer groups forgotten, and only then may outreach catch up.
 */
public final class Restore {

    private static final int BULK = 500;
    private static final String CAUSE = "RESTORED";

    private final Databases databases;
    private final EventLog log;
    private final Clock clock;

    public Restore(Databases databases, EventLog log, Clock clock) {
        this.databases = databases;
        this.log = log;
        this.clock = clock;
    }

    /** @param replace what the stores hold now may be lost */
    public void from(Path file, boolean replace, Consumer<String> say) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var manifest = Archive.verify(zip);
            var holdings = known(manifest);
            log.requireIdle(EventLog.groups());
            empty(replace);
            var lock = new SendLock(databases, clock);
            var takenAt = Instant.parse(manifest.takenAt());
            lock.set(CAUSE, takenAt);
            for (var part : manifest.collections()) {
                insert(zip, part, Objects.requireNonNull(holdings.get(part.collection())));
            }
            say.accept("restored the backup of " + takenAt + ": "
                    + manifest.collections().stream()
                            .mapToLong(Archive.Part::documents)
                            .sum() + " documents, each read back");
            say.accept("documents of which the log knows more: " + moveBeyondTheLog());
            log.forget(EventLog.groups());
            lock.catchUp(CAUSE, takenAt);
            say.accept("sending is locked until outreach has caught up with the log; start the services now");
        } catch (ZipException noZip) {
            throw new RecoveryRefused(file + " is no backup of Vouch: " + noZip.getMessage());
        }
    }

    private static Map<String, Holding> known(Archive.Manifest manifest) {
        var known = new HashMap<String, Holding>();
        Holding.all().stream().filter(Holding::isKept).forEach(each -> known.put(each.name(), each));
        var strangers = new HashSet<String>();
        manifest.collections().stream()
                .map(Archive.Part::collection)
                .filter(name -> !known.containsKey(name))
                .forEach(strangers::add);
        if (!strangers.isEmpty()) {
            throw new RecoveryRefused("The backup has collections that this Vouch does not know: " + strangers);
        }
        return known;
    }

    private void empty(boolean replace) {
        for (var holding : Holding.all()) {
            var collection = databases.collection(holding);
            if (replace) {
                // the lock that is there stays until this restore's own takes its place
                if (!holding.collection().equals("send-locks")) {
                    collection.drop();
                }
            } else if (holding.isKept() && collection.find().first() != null) {
                throw new RecoveryRefused("There are documents already, in " + holding.name()
                        + ". Restore into empty stores, or say --replace: then they are lost");
            }
        }
    }

    private void insert(ZipFile zip, Archive.Part part, Holding holding) throws IOException {
        var collection = databases.collection(holding);
        var waiting = new ArrayList<BsonDocument>();
        Archive.read(zip, part, document -> {
            waiting.add(document);
            if (waiting.size() == BULK) {
                collection.insertMany(List.copyOf(waiting));
                waiting.clear();
            }
        });
        if (!waiting.isEmpty()) {
            collection.insertMany(waiting);
        }
        var sum = new Archive.Sum();
        collection.find().sort(new Document("_id", 1)).forEach(sum::add);
        if (!sum.of(part.collection()).equals(part)) {
            throw new RecoveryRefused("The store does not give back what was written: " + part.collection());
        }
    }

    private int moveBeyondTheLog() {
        var sequences = new SpokenSequences(databases, log);
        return Holding.all().stream()
                .filter(holding -> !holding.topic().isEmpty())
                .mapToInt(sequences::moveBeyondTheLog)
                .sum();
    }
}
