package dev.vouch.local.recovery;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Empties a service's projections, so that the service fills them again from the log when it starts. What a projection has said
 * stays said: its documents are put back with the count and the bytes of their last event, and nothing else.
 */
public final class Rebuild {

    private static final int BULK = 500;
    private static final String CAUSE = "REBUILT";

    private final Databases databases;
    private final EventLog log;
    private final Clock clock;

    public Rebuild(Databases databases, EventLog log, Clock clock) {
        this.databases = databases;
        this.log = log;
        this.clock = clock;
    }

    public static List<Holding> projectionsOf(String service) {
        return Holding.all().stream()
                .filter(each -> each.kind() == Holding.Kind.PROJECTION)
                .filter(each -> each.database().equals("vouch_" + service))
                .toList();
    }

    /** @param service by its short name, {@code scoring} */
    public void of(String service, Consumer<String> say) {
        var projections = projectionsOf(service);
        if (projections.isEmpty()) {
            throw new RecoveryRefused(service + " has no projection of facts; what it holds is restored from a backup");
        }
        var groups = EventLog.groups().stream()
                .filter(group -> group.startsWith(service + "."))
                .toList();
        log.requireIdle(groups);
        var lock = new SendLock(databases, clock);
        if (service.equals("outreach")) {
            lock.set(CAUSE, null);
        }
        projections.forEach(this::empty);
        log.forget(projections.stream()
                .flatMap(each -> each.groups().stream())
                .distinct()
                .toList());
        if (service.equals("outreach")) {
            lock.catchUp(CAUSE, null);
        }
        say.accept("emptied " + projections.stream().map(Holding::name).toList() + "; start " + service
                + " now, it reads the log from its beginning");
    }

    private void empty(Holding projection) {
        databases.collection(projection).drop();
        var heard = projection.newestOf().isEmpty()
                ? Map.<String, EventLog.Fact>of()
                : log.newest(projection.newestOf(), fact -> projection.types().contains(fact.type()));
        var said = projection.topic().isEmpty()
                ? Map.<String, EventLog.Fact>of()
                : log.newest(projection.topic(), fact -> true);
        var subjects = new HashSet<String>();
        Stream.of(heard, said).map(Map::keySet).forEach(subjects::addAll);
        var documents = subjects.stream()
                .map(subject -> new InsertOneModel<>(begun(subject, heard.get(subject), said.get(subject))))
                .toList();
        for (int from = 0; from < documents.size(); from += BULK) {
            databases
                    .collection(projection)
                    .bulkWrite(
                            documents.subList(from, Math.min(from + BULK, documents.size())),
                            new BulkWriteOptions().ordered(false));
        }
    }

    /** Hears nothing older than the event that says all, and says nothing that was said. */
    private static BsonDocument begun(String subject, EventLog.@Nullable Fact heard, EventLog.@Nullable Fact said) {
        var seen = new BsonArray();
        if (heard != null && heard.sequence() > 1) {
            seen.add(new BsonDocument("of", new BsonString(heard.record().topic() + "/" + subject))
                    .append("sequence", new BsonInt64(heard.sequence() - 1)));
        }
        var document = new BsonDocument("_id", new BsonString(subject))
                .append("version", new BsonInt64(1))
                .append("eventSequence", new BsonInt64(said == null ? 0 : said.sequence()))
                .append("seen", seen);
        return said == null ? document : document.append("lastOut", lastOut(said));
    }

    private static BsonDocument lastOut(EventLog.Fact said) {
        var headers = new BsonDocument();
        said.record()
                .headers()
                .forEach(header -> headers.append(
                        header.key(), new BsonString(new String(header.value(), StandardCharsets.UTF_8))));
        return new BsonDocument("sequence", new BsonInt64(said.sequence()))
                .append("topic", new BsonString(said.record().topic()))
                .append("key", new BsonString(new String(said.record().key(), StandardCharsets.UTF_8)))
                .append("headers", headers)
                .append("value", new BsonBinary(said.record().value()));
    }
}
