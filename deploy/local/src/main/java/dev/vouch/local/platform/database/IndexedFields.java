package dev.vouch.local.platform.database;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that a document has under the fields of one index: several when a path leads through an array. */
record IndexedFields(List<String> names, boolean sparse) {

    /** One list of values per index entry; none if the index is sparse and the document has none of its fields. */
    List<List<Object>> valuesOf(Document document) {
        var perField = new ArrayList<List<Object>>();
        boolean present = false;
        for (String name : names) {
            var values = new ArrayList<Object>();
            collect(document, name, values);
            present |= values.stream().anyMatch(value -> !(value instanceof Missing));
            perField.add(values);
        }
        return sparse && !present ? List.of() : combine(perField);
    }

    private static void collect(@Nullable Object node, String path, List<Object> into) {
        if (node instanceof Collection<?> elements) {
            int before = into.size();
            for (Object element : elements) {
                if (element instanceof Document) {
                    collect(element, path, into);
                }
            }
            if (into.size() == before) {
                into.add(Missing.getInstance());
            }
            return;
        }
        if (!(node instanceof Document document)) {
            into.add(Missing.getInstance());
            return;
        }
        int dot = path.indexOf('.');
        if (dot >= 0) {
            collect(document.getOrMissing(path.substring(0, dot)), path.substring(dot + 1), into);
        } else {
            addLeaf(document.getOrMissing(path), into);
        }
    }

    private static void addLeaf(@Nullable Object value, List<@Nullable Object> into) {
        if (value instanceof Collection<?> elements && !elements.isEmpty()) {
            into.addAll(elements);
        } else {
            into.add(value);
        }
    }

    /** Fields under the same array belong together element by element; anything else is every combination. */
    private static List<List<Object>> combine(List<List<Object>> perField) {
        int widest = perField.stream().mapToInt(List::size).max().orElse(1);
        boolean sideBySide = perField.stream().allMatch(values -> values.size() == 1 || values.size() == widest);
        if (sideBySide) {
            Set<List<Object>> rows = new LinkedHashSet<>();
            for (int i = 0; i < widest; i++) {
                var row = new ArrayList<Object>();
                for (var values : perField) {
                    row.add(values.size() == 1 ? values.get(0) : values.get(i));
                }
                rows.add(row);
            }
            return new ArrayList<>(rows);
        }
        List<List<Object>> rows = List.of(List.of());
        for (var values : perField) {
            var longer = new ArrayList<List<Object>>();
            for (var row : rows) {
                for (Object value : values) {
                    var next = new ArrayList<>(row);
                    next.add(value);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows;
    }
}
