package dev.vouch.local.recovery;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.Document;

/**
 * A restored document counts its events from where it was, while the log has more of them. What it says next would carry a
 * sequence and an id that are taken, and everybody who follows the log would drop it as told already. So each document's count
 * is moved past the log's, and a subject that only the log knows gets a document that counts and is nothing else.
 */
final class SpokenSequences {

    private static final int BULK = 500;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final Databases databases;
    private final EventLog log;

    SpokenSequences(Databases databases, EventLog log) {
        this.databases = databases;
        this.log = log;
    }

    /** @return how many documents were behind */
    int moveBeyondTheLog(Holding holding) {
        var collection = databases.collection(holding);
        var counted = new HashMap<String, Long>();
        for (var document : collection.find().projection(Projections.include("eventSequence"))) {
            counted.put(
                    document.getString("_id").getValue(),
                    document.getNumber("eventSequence", new BsonInt64(0)).longValue());
        }
        var writes = new ArrayList<WriteModel<BsonDocument>>();
        log.newest(holding.topic(), fact -> holding.speaksOf(fact.subject())).forEach((subject, newest) -> {
            var own = counted.get(subject);
            if (own == null) {
                writes.add(new InsertOneModel<>(countOnly(subject, newest.sequence())));
            } else if (own < newest.sequence()) {
                writes.add(new UpdateOneModel<>(
                        new Document("_id", subject),
                        new Document(
                                "$set",
                                new Document("eventSequence", newest.sequence()).append("restoredSequence", own))));
            }
        });
        for (int from = 0; from < writes.size(); from += BULK) {
            collection.bulkWrite(writes.subList(from, Math.min(from + BULK, writes.size())), UNORDERED);
        }
        return writes.size();
    }

    private static BsonDocument countOnly(String id, long sequence) {
        return new BsonDocument("_id", new BsonString(id))
                .append("version", new BsonInt64(1))
                .append("eventSequence", new BsonInt64(sequence))
                .append("restoredSequence", new BsonInt64(0))
                .append("seen", new BsonArray(List.of()));
    }
}
