package dev.vouch.local.platform.database;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the few documents that can match a filter: equality or {@code $in} on the leading fields of a declared index. What
 * else the filter says is checked on what was found.
 */
final class DeclaredIndexes {

    private static final int MOST_LOOKUPS = 20_000;

    private DeclaredIndexes() {}

    /** Where every match of the filter lies, or empty if no index can tell. */
    static Optional<Set<Object>> candidates(Document filter, List<Index<Object>> indexes) {
        Map<String, List<Object>> wanted = new LinkedHashMap<>();
        collectEqualities(filter, wanted);
        DeclaredIndex best = null;
        int mostFields = 0;
        for (var index : indexes) {
            if (index instanceof DeclaredIndex declared) {
                int usable = usableFields(declared.fields(), wanted);
                boolean exact = declared.isUnique()
                        && usable == declared.fields().names().size();
                int value = exact && usable > 0 ? Integer.MAX_VALUE : usable;
                if (value > mostFields) {
                    best = declared;
                    mostFields = value;
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(lookUp(best, wanted));
    }

    private static void collectEqualities(Document filter, Map<String, List<Object>> wanted) {
        filter.forEach((field, condition) -> {
            if (field.equals("$and") && condition instanceof Collection<?> parts) {
                parts.forEach(part -> {
                    if (part instanceof Document document) {
                        collectEqualities(document, wanted);
                    }
                });
            } else if (!field.startsWith("$")) {
                equalTo(condition).ifPresent(values -> wanted.putIfAbsent(field, values));
            }
        });
    }

    private static Optional<List<Object>> equalTo(@Nullable Object condition) {
        if (condition instanceof Document operators) {
            if (operators.containsKey("$eq")) {
                return equalTo(operators.get("$eq"));
            }
            if (operators.get("$in") instanceof Collection<?> choices
                    && choices.stream().allMatch(DeclaredIndexes::isPlain)) {
                return Optional.of(new ArrayList<>(choices));
            }
            return Optional.empty();
        }
        return isPlain(condition) ? Optional.of(Collections.singletonList(condition)) : Optional.empty();
    }

    private static boolean isPlain(@Nullable Object value) {
        return !(value instanceof Map) && !(value instanceof Collection) && !(value instanceof BsonRegularExpression);
    }

    /** How many leading fields are given; a sparse index does not hold what lacks its fields. */
    private static int usableFields(IndexedFields fields, Map<String, List<Object>> wanted) {
        int usable = 0;
        long lookups = 1;
        for (String field : fields.names()) {
            var values = wanted.get(field);
            if (values == null || (fields.sparse() && values.contains(null))) {
                break;
            }
            lookups *= values.size();
            if (lookups > MOST_LOOKUPS) {
                break;
            }
            usable++;
        }
        return usable;
    }

    private static Set<Object> lookUp(DeclaredIndex index, Map<String, List<Object>> wanted) {
        List<List<Object>> prefixes = List.of(List.of());
        int usable = usableFields(index.fields(), wanted);
        for (String field : index.fields().names().subList(0, usable)) {
            var longer = new ArrayList<List<Object>>();
            for (var prefix : prefixes) {
                for (Object value : wanted.getOrDefault(field, List.of())) {
                    var next = new ArrayList<>(prefix);
                    next.add(value);
                    longer.add(next);
                }
            }
            prefixes = longer;
        }
        var positions = new LinkedHashSet<>();
        prefixes.forEach(prefix -> positions.addAll(index.positions(prefix)));
        return positions;
    }
}
