package dev.vouch.chassis.aggregate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** The highest sequence that a document has heard, per topic and subject. Sequences, never offsets: a new broker starts those at 0. */
public record Seen(Map<String, Long> sequences) {

    public static final Seen NOTHING = new Seen(Map.of());

    public Seen {
        sequences = Map.copyOf(sequences);
    }

    public long of(String topic, String subject) {
        return sequences.getOrDefault(key(topic, subject), 0L);
    }

    public Seen with(String topic, String subject, long sequence) {
        var next = new LinkedHashMap<>(sequences);
        next.merge(key(topic, subject), sequence, Math::max);
        return new Seen(next);
    }

    public BsonArray toBson() {
        var array = new BsonArray();
        sequences.forEach((key, sequence) ->
                array.add(new BsonDocument("of", new BsonString(key)).append("sequence", new BsonInt64(sequence))));
        return array;
    }

    public static Seen from(BsonDocument document) {
        var sequences = new LinkedHashMap<String, Long>();
        document.getArray("seen", new BsonArray()).forEach(each -> {
            var entry = each.asDocument();
            sequences.put(
                    entry.getString("of").getValue(),
                    entry.getNumber("sequence").longValue());
        });
        return new Seen(sequences);
    }

    private static String key(String topic, String subject) {
        return topic + "/" + subject;
    }
}
