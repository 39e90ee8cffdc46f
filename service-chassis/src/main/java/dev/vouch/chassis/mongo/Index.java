package dev.vouch.chassis.mongo;

import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;

/**
 * An ascending index of a collection, declared beside the queries that need it.
 *
 * @param fields dotted paths, in order; an array on the way makes the index multikey
 * @param sparse leaves out documents without the field
 */
public record Index(List<String> fields, boolean sparse) {

    public Index {
        fields = List.copyOf(fields);
    }

    public static Index on(String... fields) {
        return new Index(List.of(fields), false);
    }

    public static Index sparseOn(String field) {
        return new Index(List.of(field), true);
    }

    public Document keys() {
        var keys = new Document();
        fields.forEach(field -> keys.append(field, 1));
        return keys;
    }

    public IndexOptions options() {
        return new IndexOptions().sparse(sparse);
    }
}
