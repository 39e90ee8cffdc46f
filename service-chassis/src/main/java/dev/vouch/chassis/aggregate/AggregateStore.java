package dev.vouch.chassis.aggregate;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.event.Cause;
import dev.vouch.chassis.event.Outgoing;
import dev.vouch.chassis.mongo.Index;
import dev.vouch.chassis.mongo.MongoErrors;
import dev.vouch.chassis.mongo.StateCodec;
import dev.vouch.chassis.observability.TraceContext;
import dev.vouch.contract.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Rule 1: one conditional write holds the new state and the events that tell of it; the relay publishes them. A write that
 * misses its {@code {_id, version}} reads again and decides again, so the functions given here must be repeatable.
 *
 * @param <T> the domain record, stored as it is
 */
public abstract class AggregateStore<T> implements PreparedStore {

    static final int MAX_OUTBOX = 50;
    private static final DocumentCodec DOCUMENTS = new DocumentCodec();

    private final Stores stores;
    private final Layout<T> layout;
    private final StateCodec<T> codec;

    protected AggregateStore(Stores stores, Layout<T> layout) {
        this.stores = stores;
        this.layout = layout;
        this.codec = new StateCodec<>(layout.type());
    }

    public Optional<Versioned<T>> find(String id) {
        return Optional.ofNullable(collection().find(new Document("_id", id)).first())
                .flatMap(this::versioned);
    }

    /** @throws NotFound when there is no such document */
    public Versioned<T> get(String id) {
        return find(id).orElseThrow(() -> new NotFound(layout.collection(), id));
    }

    /** Makes the document, or returns the one that is there under this id: creating twice is creating once. */
    public Decision<Versioned<T>> create(
            String id, Command command, Supplier<Decision<T>> first, Announcement<T> announcement) {
        return decide(id, command, announcement, (current, state) -> {
            if (state != null) {
                refuseOtherBody(current, command);
                return Decision.accepted(state);
            }
            return first.get();
        });
    }

    /**
     * @throws NotFound when there is no such document
     * @throws StaleVersion when the command expects another version
     * @throws IdempotencyConflict when the command's key was used with another body
     */
    public Decision<Versioned<T>> change(
            String id, Command command, Function<T, Decision<T>> change, Announcement<T> announcement) {
        return decide(id, command, announcement, (current, state) -> {
            if (state == null) {
                throw new NotFound(layout.collection(), id);
            }
            return change.apply(state);
        });
    }

    /** Like {@link #change}, and also told of a document that is not there yet. */
    public Decision<Versioned<T>> upsert(
            String id, Command command, Function<@Nullable T, Decision<T>> change, Announcement<T> announcement) {
        return decide(id, command, announcement, (current, state) -> change.apply(state));
    }

    /** For consumers: works out the next commit from the present one; an unchanged draft writes nothing. */
    public void edit(String id, Command command, UnaryOperator<Draft<T>> edit) {
        while (true) {
            var current = read(id);
            var draft = draft(current);
            var next = edit.apply(draft);
            if (next.equals(draft) || write(current, next, command)) {
                return;
            }
        }
    }

    /** In the order of ids; the filter must begin with equality on a declared index. */
    protected List<Versioned<T>> query(Document filter, int limit) {
        var found = new ArrayList<Versioned<T>>();
        for (var document : collection()
                .find(StateCodec.present(filter))
                .sort(new Document("_id", 1))
                .limit(limit)) {
            versioned(document).ifPresent(found::add);
        }
        return found;
    }

    /** The page of at most {@code limit} documents whose ids come after the given one. */
    protected List<Versioned<T>> pageAfter(@Nullable String afterId, Document filter, int limit) {
        var following = afterId == null ? filter : new Document(filter).append("_id", new Document("$gt", afterId));
        return query(following, limit);
    }

    protected long count(Document filter) {
        return collection().countDocuments(filter);
    }

    /** The actors, reasons and times of the last changes, the newest last. */
    public List<Document> history(String id) {
        var found = collection().find(new Document("_id", id)).first();
        return found == null
                ? List.of()
                : found.getArray("history", new BsonArray()).stream()
                        .map(each -> DOCUMENTS.decode(
                                each.asDocument().asBsonReader(),
                                DecoderContext.builder().build()))
                        .toList();
    }

    /** The events that wait for an earlier one, by document; at most so many documents. */
    public Map<String, List<Parked>> parked(int documents) {
        var parked = new LinkedHashMap<String, List<Parked>>();
        collection()
                .find(new Document("parkedPending", true))
                .limit(documents)
                .forEach(each -> parked.put(each.getString("_id").getValue(), new StoredDocument(each).parked()));
        return parked;
    }

    @Override
    public void prepare() {
        for (var index : indexes()) {
            collection().createIndex(index.keys(), index.options());
        }
    }

    public MongoCollection<BsonDocument> collection() {
        return stores.database().collection(layout.collection());
    }

    private List<Index> indexes() {
        var all = new ArrayList<>(layout.indexes());
        all.add(Index.sparseOn("outboxPending"));
        all.add(Index.sparseOn("parkedPending"));
        return all;
    }

    private interface Deciding<T> {
        Decision<T> decide(StoredDocument current, @Nullable T state);
    }

    private Decision<Versioned<T>> decide(
            String id, Command command, Announcement<T> announcement, Deciding<T> deciding) {
        while (true) {
            var current = read(id);
            var draft = draft(current);
            var state = draft.state();
            if (isRepetition(current, command)) {
                return Decision.accepted(new Versioned<>(id, current.version(), stateOf(current)));
            }
            refuseStale(current, command, state);
            var decision = deciding.decide(current, state);
            if (!(decision instanceof Decision.Accepted<T> accepted)) {
                return decision.map(never -> new Versioned<>(id, current.version(), never));
            }
            var next = accepted.next();
            if (state != null && next.equals(state)) {
                return Decision.accepted(new Versioned<>(id, current.version(), state));
            }
            if (write(current, draft.with(next).announcing(announcement.of(state, next)), command)) {
                return Decision.accepted(new Versioned<>(id, current.version() + 1, next));
            }
        }
    }

    private static boolean isRepetition(StoredDocument current, Command command) {
        if (command.repeatable() == null || current.state() == null) {
            return false;
        }
        refuseOtherBody(current, command);
        return current.bodyHashOf(command.repeatable().key()).isPresent();
    }

    private static void refuseOtherBody(StoredDocument current, Command command) {
        var repeatable = command.repeatable();
        if (repeatable != null) {
            current.bodyHashOf(repeatable.key())
                    .filter(hash -> !hash.equals(repeatable.bodyHash()))
                    .ifPresent(other -> {
                        throw new IdempotencyConflict(repeatable.key());
                    });
        }
    }

    private static void refuseStale(StoredDocument current, Command command, @Nullable Object state) {
        var expected = command.expectedVersion();
        if (state != null && expected != null && expected != current.version()) {
            throw new StaleVersion(current.id(), expected, current.version());
        }
    }

    private StoredDocument read(String id) {
        var found = collection().find(new Document("_id", id)).first();
        return found == null ? StoredDocument.empty(id) : new StoredDocument(found);
    }

    private Draft<T> draft(StoredDocument current) {
        var state = current.state();
        return new Draft<>(
                current.id(),
                current.version(),
                state == null ? null : codec.read(state),
                current.seen(),
                current.parked(),
                List.of());
    }

    private T stateOf(StoredDocument current) {
        var state = current.state();
        if (state == null) {
            throw new NotFound(layout.collection(), current.id());
        }
        return codec.read(state);
    }

    private Optional<Versioned<T>> versioned(BsonDocument document) {
        var stored = new StoredDocument(document);
        var state = stored.state();
        return state == null
                ? Optional.empty()
                : Optional.of(new Versioned<>(stored.id(), stored.version(), codec.read(state)));
    }

    /** @return false when another writer was first */
    private boolean write(StoredDocument current, Draft<T> next, Command command) {
        var outgoing = outgoing(current, next.announced());
        var written = current.isNew() ? insert(next, outgoing, command) : update(current, next, outgoing, command);
        if (written && !outgoing.isEmpty()) {
            stores.wake().run();
        }
        return written;
    }

    private List<Outgoing> outgoing(StoredDocument current, List<Event> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        if (current.waitingEvents() >= MAX_OUTBOX) {
            throw new OutboxFull(current.id(), current.waitingEvents());
        }
        var cause = Cause.currentOr(TraceContext::current);
        var time = stores.clock().instant();
        var sequence = current.eventSequence();
        var outgoing = new ArrayList<Outgoing>();
        for (var event : events) {
            var entry = Outgoing.fact(
                    stores.source(), current.id(), layout.keyOf().apply(current.id()), ++sequence, time, event, cause);
            refuseOtherTopic(entry);
            outgoing.add(entry);
        }
        return outgoing;
    }

    private void refuseOtherTopic(Outgoing event) {
        var topic = layout.topic();
        if (topic == null || !topic.name().equals(event.topic())) {
            throw new IllegalStateException(layout.collection() + " does not publish on " + event.topic());
        }
    }

    private boolean insert(Draft<T> next, List<Outgoing> outgoing, Command command) {
        var document = new BsonDocument("_id", new BsonString(next.id()))
                .append("version", new BsonInt64(1))
                .append("eventSequence", new BsonInt64(outgoing.size()))
                .append("state", StoredDocument.orNull(bson(next)))
                .append("outbox", entries(outgoing))
                .append("seen", next.seen().toBson())
                .append("parked", StoredDocument.parkedArray(next.parked()))
                .append("keys", new BsonArray())
                .append("history", new BsonArray(List.of(history(command, 1))));
        if (!outgoing.isEmpty()) {
            document.append("outboxPending", BsonBoolean.TRUE);
        }
        if (!next.parked().isEmpty()) {
            document.append("parkedPending", BsonBoolean.TRUE);
        }
        if (command.repeatable() != null) {
            document.append("createdBy", StoredDocument.keyEntry(command.repeatable()));
        }
        try {
            collection().insertOne(document);
            return true;
        } catch (MongoException error) {
            if (MongoErrors.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
    }

    private boolean update(StoredDocument current, Draft<T> next, List<Outgoing> outgoing, Command command) {
        var version = current.version() + 1;
        var updates = new ArrayList<Bson>();
        updates.add(Updates.set("version", version));
        updates.add(Updates.set("state", StoredDocument.orNull(bson(next))));
        updates.add(Updates.set("seen", next.seen().toBson()));
        updates.add(Updates.set("parked", StoredDocument.parkedArray(next.parked())));
        updates.add(next.parked().isEmpty() ? Updates.unset("parkedPending") : Updates.set("parkedPending", true));
        updates.add(Updates.pushEach(
                "history", List.of(history(command, version)), new PushOptions().slice(-StoredDocument.MAX_HISTORY)));
        if (!outgoing.isEmpty()) {
            updates.add(Updates.set("eventSequence", current.eventSequence() + outgoing.size()));
            updates.add(Updates.set("outboxPending", true));
            updates.add(Updates.pushEach("outbox", entries(outgoing)));
        }
        if (command.repeatable() != null) {
            updates.add(Updates.pushEach(
                    "keys",
                    List.of(StoredDocument.keyEntry(command.repeatable())),
                    new PushOptions().slice(-StoredDocument.MAX_KEYS)));
        }
        var filter = new Document("_id", current.id()).append("version", current.version());
        return collection().updateOne(filter, Updates.combine(updates)).getMatchedCount() == 1;
    }

    private BsonDocument history(Command command, long version) {
        return StoredDocument.historyEntry(command, version, stores.clock().instant());
    }

    private @Nullable BsonDocument bson(Draft<T> draft) {
        var state = draft.state();
        return state == null ? null : codec.write(state);
    }

    private static BsonArray entries(List<Outgoing> outgoing) {
        return new BsonArray(outgoing.stream().map(StoredDocument::outboxEntry).toList());
    }
}
