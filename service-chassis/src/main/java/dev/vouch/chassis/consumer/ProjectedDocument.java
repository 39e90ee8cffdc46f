package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.Seen;
import dev.vouch.chassis.aggregate.StoredDocument;
import dev.vouch.chassis.event.Outgoing;
import dev.vouch.chassis.mongo.StateCodec;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * A document of rule 2.
 *
 * @param version 0 before the first write
 * @param lastOut the last event derived from the state, to be said again whenever the document is told something again
 * @param forgotten a tombstone: the state is gone for good and later events are dropped
 */
record ProjectedDocument<T>(
        String id,
        long version,
        long eventSequence,
        @Nullable T state,
        Seen seen,
        @Nullable Outgoing lastOut,
        boolean forgotten) {

    static <T> ProjectedDocument<T> empty(String id) {
        return new ProjectedDocument<>(id, 0, 0, null, Seen.NOTHING, null, false);
    }

    static <T> ProjectedDocument<T> from(BsonDocument document, StateCodec<T> codec) {
        return new ProjectedDocument<>(
                document.getString("_id").getValue(),
                document.getNumber("version").longValue(),
                document.getNumber("eventSequence").longValue(),
                document.containsKey("state") ? codec.read(document.getDocument("state")) : null,
                Seen.from(document),
                document.containsKey("lastOut") ? StoredDocument.outgoing(document.getDocument("lastOut")) : null,
                document.containsKey("forgotten"));
    }

    BsonDocument toBson(StateCodec<T> codec) {
        var document = new BsonDocument("_id", new BsonString(id))
                .append("version", new BsonInt64(version))
                .append("eventSequence", new BsonInt64(eventSequence))
                .append("seen", seen.toBson());
        if (state != null) {
            document.append("state", codec.write(state));
        }
        if (lastOut != null) {
            document.append("lastOut", StoredDocument.outboxEntry(lastOut));
        }
        if (forgotten) {
            document.append("forgotten", BsonBoolean.TRUE);
        }
        return document;
    }

    ProjectedDocument<T> next(@Nullable T nextState, Seen nextSeen) {
        return new ProjectedDocument<>(id, version, eventSequence, nextState, nextSeen, lastOut, forgotten);
    }

    ProjectedDocument<T> forget(Seen nextSeen) {
        return new ProjectedDocument<>(id, version, eventSequence, null, nextSeen, null, true);
    }

    /** The next commit, saying {@code out} if it says anything new. */
    ProjectedDocument<T> commit(@Nullable Outgoing out) {
        return out == null
                ? new ProjectedDocument<>(id, version + 1, eventSequence, state, seen, lastOut, forgotten)
                : new ProjectedDocument<>(id, version + 1, out.sequence(), state, seen, out, forgotten);
    }
}
