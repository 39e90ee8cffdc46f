package dev.vouch.chassis.aggregate;

import dev.vouch.chassis.mongo.Index;
import dev.vouch.contract.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where and how one kind of aggregate is stored, and on which topic it tells of itself.
 *
 * @param topic null for aggregates that say nothing
 * @param keyOf the Kafka key from the document's id: whose order matters
 * @param indexes paths of the state begin with {@code state.}
 */
public record Layout<T>(
        String collection, Class<T> type, @Nullable Topic topic, UnaryOperator<String> keyOf, List<Index> indexes) {

    public Layout {
        indexes = List.copyOf(indexes);
    }

    public static <T> Layout<T> of(String collection, Class<T> type) {
        return new Layout<>(collection, type, null, id -> id, List.of());
    }

    public Layout<T> publishing(Topic to) {
        return new Layout<>(collection, type, to, keyOf, indexes);
    }

    public Layout<T> keyedBy(UnaryOperator<String> key) {
        return new Layout<>(collection, type, topic, key, indexes);
    }

    public Layout<T> index(String... fields) {
        return with(Index.on(fields));
    }

    public Layout<T> with(Index index) {
        var all = new ArrayList<>(indexes);
        all.add(index);
        return new Layout<>(collection, type, topic, keyOf, all);
    }
}
