package dev.vouch.local.platform.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** An index, unique or not, in a map of the same store: a commit holds a document together with its index entries. */
final class DeclaredIndex extends Index<Object> {

    /** Stands before every entry and says that the index is complete, even if it is empty. */
    private static final String BUILT = "";

    private final MVMap<String, Object> entries;
    private final IndexedFields fields;
    private final boolean unique;

    DeclaredIndex(MVMap<String, Object> entries, String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.entries = entries;
        this.fields = new IndexedFields(keys(), sparse);
        this.unique = unique;
    }

    IndexedFields fields() {
        return fields;
    }

    void markBuilt() {
        entries.put(BUILT, true);
    }

    /** The documents whose leading fields have these values. */
    Set<Object> positions(List<?> leadingValues) {
        var positions = new LinkedHashSet<>();
        String prefix = KeyText.of(leadingValues);
        if (unique && leadingValues.size() == fields.names().size()) {
            Object position = entries.get(prefix);
            if (position != null) {
                positions.add(position);
            }
            return positions;
        }
        var cursor = entries.cursor(prefix);
        while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
            positions.add(cursor.getValue());
        }
        return positions;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public Object getPosition(Document document) {
        return Missing.ofNullable(document.get("_id"));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        refuseDuplicates(document, null, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        entriesOf(document).keySet().forEach(key -> entries.put(key, Missing.ofNullable(position)));
    }

    @Override
    public Object remove(Document document) {
        entriesOf(document).keySet().forEach(entries::remove);
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
        refuseDuplicates(newDocument, getPosition(oldDocument), collection);
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Object position, MongoCollection<Object> collection) {
        var before = entriesOf(oldDocument).keySet();
        var after = entriesOf(newDocument).keySet();
        before.stream().filter(key -> !after.contains(key)).forEach(entries::remove);
        after.stream().filter(key -> !before.contains(key)).forEach(key -> entries.put(key, position));
    }

    private void refuseDuplicates(Document document, @Nullable Object ownPosition, MongoCollection<Object> collection) {
        if (!unique) {
            return;
        }
        entriesOf(document).forEach((key, values) -> {
            Object holder = entries.get(key);
            if (holder != null && !holder.equals(ownPosition)) {
                throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
            }
        });
    }

    private Map<String, List<Object>> entriesOf(Document document) {
        var found = new LinkedHashMap<String, List<Object>>();
        for (var values : fields.valuesOf(document)) {
            String key = KeyText.of(values);
            found.put(unique ? key : key + KeyText.of(getPosition(document)), new ArrayList<>(values));
        }
        return found;
    }

    /** No: {@link IndexedCollection} plans its queries itself. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        throw new UnsupportedOperationException("asked although canHandle() said no");
    }

    @Override
    public boolean isEmpty() {
        return !entries.containsKey(BUILT);
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong() - (isEmpty() ? 0 : 1);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // the database removes the map
    }
}
