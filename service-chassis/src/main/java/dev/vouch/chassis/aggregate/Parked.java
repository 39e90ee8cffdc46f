package dev.vouch.chassis.aggregate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.types.Binary;

/** An event of a history that came before its turn and waits in the document, as it came. */
public record Parked(
        String topic,
        String subject,
        long sequence,
        Instant since,
        Map<String, String> headers,
        Binary key,
        Binary value) {

    BsonDocument toBson() {
        var names = new BsonDocument();
        headers.forEach((name, text) -> names.append(name, new BsonString(text)));
        return new BsonDocument("topic", new BsonString(topic))
                .append("subject", new BsonString(subject))
                .append("sequence", new BsonInt64(sequence))
                .append("since", new BsonDateTime(since.toEpochMilli()))
                .append("headers", names)
                .append("key", new BsonBinary(key.getData()))
                .append("value", new BsonBinary(value.getData()));
    }

    static Parked from(BsonDocument entry) {
        var headers = new LinkedHashMap<String, String>();
        entry.getDocument("headers")
                .forEach((name, text) -> headers.put(name, text.asString().getValue()));
        return new Parked(
                entry.getString("topic").getValue(),
                entry.getString("subject").getValue(),
                entry.getNumber("sequence").longValue(),
                Instant.ofEpochMilli(entry.getDateTime("since").getValue()),
                headers,
                new Binary(entry.getBinary("key").getData()),
                new Binary(entry.getBinary("value").getData()));
    }
}
