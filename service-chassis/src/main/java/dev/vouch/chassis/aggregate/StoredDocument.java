package dev.vouch.chassis.aggregate;

import dev.vouch.chassis.aggregate.Command.Repeatable;
import dev.vouch.chassis.event.Outgoing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The document's fields around the state, by name. */
public final class StoredDocument {

    static final int MAX_KEYS = 20;
    static final int MAX_HISTORY = 50;

    private final BsonDocument document;

    StoredDocument(BsonDocument document) {
        this.document = document;
    }

    static StoredDocument empty(String id) {
        return new StoredDocument(new BsonDocument("_id", new BsonString(id)));
    }

    boolean isNew() {
        return version() == 0;
    }

    String id() {
        return document.getString("_id").getValue();
    }

    long version() {
        return document.getNumber("version", new BsonInt64(0)).longValue();
    }

    long eventSequence() {
        return document.getNumber("eventSequence", new BsonInt64(0)).longValue();
    }

    @Nullable
    BsonDocument state() {
        var state = document.get("state");
        return state == null || state.isNull() ? null : state.asDocument();
    }

    Seen seen() {
        return Seen.from(document);
    }

    List<Parked> parked() {
        return array("parked").stream()
                .map(each -> Parked.from(each.asDocument()))
                .toList();
    }

    int waitingEvents() {
        return array("outbox").size();
    }

    /** The body hash under which the key was used on this document, if it is among those remembered. */
    Optional<String> bodyHashOf(String key) {
        if (document.containsKey("createdBy") && isKey(document.getDocument("createdBy"), key)) {
            return Optional.of(
                    document.getDocument("createdBy").getString("bodyHash").getValue());
        }
        return array("keys").stream()
                .map(BsonValue::asDocument)
                .filter(each -> isKey(each, key))
                .map(each -> each.getString("bodyHash").getValue())
                .findFirst();
    }

    private static boolean isKey(BsonDocument entry, String key) {
        return entry.getString("key").getValue().equals(key);
    }

    private BsonArray array(String field) {
        return document.getArray(field, new BsonArray());
    }

    public static BsonDocument outboxEntry(Outgoing event) {
        var headers = new BsonDocument();
        event.headers().forEach((name, value) -> headers.append(name, new BsonString(value)));
        return new BsonDocument("sequence", new BsonInt64(event.sequence()))
                .append("topic", new BsonString(event.topic()))
                .append("key", new BsonString(event.key()))
                .append("headers", headers)
                .append("value", new BsonBinary(event.value()));
    }

    /** The reverse of {@link #outboxEntry}; the relay and rule 2 publish what they read back. */
    public static Outgoing outgoing(BsonDocument entry) {
        var headers = new LinkedHashMap<String, String>();
        entry.getDocument("headers")
                .forEach((name, value) -> headers.put(name, value.asString().getValue()));
        return new Outgoing(
                entry.getString("topic").getValue(),
                entry.getString("key").getValue(),
                entry.getNumber("sequence").longValue(),
                headers,
                entry.getBinary("value").getData());
    }

    static BsonDocument keyEntry(Repeatable repeatable) {
        return new BsonDocument("key", new BsonString(repeatable.key()))
                .append("bodyHash", new BsonString(repeatable.bodyHash()));
    }

    static BsonDocument historyEntry(Command command, long version, Instant at) {
        var entry = new BsonDocument("version", new BsonInt64(version))
                .append("at", new BsonDateTime(at.toEpochMilli()))
                .append("actor", new BsonString(command.actor()));
        return command.reason() == null ? entry : entry.append("reason", new BsonString(command.reason()));
    }

    static BsonArray parkedArray(List<Parked> parked) {
        return new BsonArray(parked.stream().map(Parked::toBson).toList());
    }

    static BsonValue orNull(@Nullable BsonDocument state) {
        return state == null ? BsonNull.VALUE : state;
    }
}
