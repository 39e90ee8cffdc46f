package dev.vouch.local.recovery;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Instant;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The mark that keeps outreach from sending; outreach itself takes it away when its ledger knows what the log knows. */
final class SendLock {

    private static final String ID = "sending";

    private final Databases databases;
    private final Clock clock;

    SendLock(Databases databases, Clock clock) {
        this.databases = databases;
        this.clock = clock;
    }

    /** Nobody takes this one away but {@link #catchUp}: what it covers is not finished. */
    void set(String cause, @Nullable Instant backupTakenAt) {
        write("HELD", cause, backupTakenAt);
    }

    void catchUp(String cause, @Nullable Instant backupTakenAt) {
        write("CATCHING_UP", cause, backupTakenAt);
    }

    private void write(String stage, String cause, @Nullable Instant backupTakenAt) {
        var locks = databases.collection("vouch_outreach", "send-locks");
        var before = locks.find(new Document("_id", ID)).first();
        var version = before == null ? 1 : before.getNumber("version").longValue() + 1;
        var now = new BsonDateTime(clock.millis());
        var state = new BsonDocument("stage", new BsonString(stage))
                .append("cause", new BsonString(cause))
                .append("since", now)
                .append("broughtIn", new BsonInt32(0))
                .append("inDoubt", new BsonInt32(0));
        if (backupTakenAt != null) {
            state.append("backupTakenAt", new BsonDateTime(backupTakenAt.toEpochMilli()));
        }
        var history = before == null ? new BsonArray() : before.getArray("history", new BsonArray());
        history.add(new BsonDocument("version", new BsonInt64(version))
                .append("at", now)
                .append("actor", new BsonString("operator"))
                .append("reason", new BsonString(stage + " " + cause)));
        locks.replaceOne(
                new Document("_id", ID),
                new BsonDocument("_id", new BsonString(ID))
                        .append("version", new BsonInt64(version))
                        .append("eventSequence", new BsonInt64(0))
                        .append("state", state)
                        .append("history", history),
                new ReplaceOptions().upsert(true));
    }
}
