package dev.vouch.chassis.consumer;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.PreparedStore;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.mongo.MongoErrors;
import dev.vouch.chassis.mongo.StateCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Documents that follow a topic, one writer each: read, fold, write in batches (rule 2). Beside the state a document keeps
 * {@code seen} and the bytes of the last event derived from it.
 */
public abstract class ProjectionStore<T> implements PreparedStore {

    static final int BULK = 500;

    private final Stores stores;
    private final Layout<T> layout;
    private final StateCodec<T> codec;

    protected ProjectionStore(Stores stores, Layout<T> layout) {
        this.stores = stores;
        this.layout = layout;
        this.codec = new StateCodec<>(layout.type());
    }

    public Optional<Versioned<T>> find(String id) {
        return Optional.ofNullable(collection().find(new Document("_id", id)).first())
                .flatMap(this::versioned);
    }

    /** @throws NotFound when there is no such document, or it was forgotten */
    public Versioned<T> get(String id) {
        return find(id).orElseThrow(() -> new NotFound(layout.collection(), id));
    }

    /** Those of the ids that are there. */
    public Map<String, T> states(Collection<String> ids) {
        var found = new LinkedHashMap<String, T>();
        for (var document : collection().find(new Document("_id", new Document("$in", List.copyOf(ids))))) {
            versioned(document).ifPresent(versioned -> found.put(versioned.id(), versioned.state()));
        }
        return found;
    }

    /** In the order of ids; the filter must begin with equality on a declared index. */
    protected List<Versioned<T>> query(Document filter, int limit) {
        var found = new ArrayList<Versioned<T>>();
        for (var document : collection()
                .find(StateCodec.present(filter))
                .sort(new Document("_id", 1))
                .limit(limit)) {
            versioned(document).ifPresent(found::add);
        }
        return found;
    }

    /** The page of at most {@code limit} documents whose ids come after the given one. */
    protected List<Versioned<T>> pageAfter(@Nullable String afterId, Document filter, int limit) {
        return query(
                afterId == null ? filter : new Document(filter).append("_id", new Document("$gt", afterId)), limit);
    }

    @Override
    public void prepare() {
        for (var index : layout.indexes()) {
            collection().createIndex(index.keys(), index.options());
        }
    }

    public MongoCollection<BsonDocument> collection() {
        return stores.database().collection(layout.collection());
    }

    Stores stores() {
        return stores;
    }

    Layout<T> layout() {
        return layout;
    }

    /** One document for each id, an empty one where there is none yet. */
    Map<String, ProjectedDocument<T>> read(Collection<String> ids) {
        var found = new LinkedHashMap<String, ProjectedDocument<T>>();
        ids.forEach(id -> found.put(id, ProjectedDocument.empty(id)));
        for (var document : collection().find(new Document("_id", new Document("$in", List.copyOf(found.keySet()))))) {
            var stored = ProjectedDocument.from(document, codec);
            found.put(stored.id(), stored);
        }
        return found;
    }

    /** @return false when another writer was first with any of them; the others are written */
    boolean write(List<ProjectedDocument<T>> documents) {
        var complete = true;
        for (int from = 0; from < documents.size(); from += BULK) {
            complete &= writeBulk(documents.subList(from, Math.min(from + BULK, documents.size())));
        }
        return complete;
    }

    private boolean writeBulk(List<ProjectedDocument<T>> documents) {
        var models = new ArrayList<WriteModel<BsonDocument>>(documents.size());
        for (var document : documents) {
            var next = document.toBson(codec);
            models.add(
                    document.version() == 1
                            ? new InsertOneModel<>(next)
                            : new ReplaceOneModel<>(
                                    new Document("_id", document.id()).append("version", document.version() - 1),
                                    next));
        }
        try {
            var result = collection().bulkWrite(models, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == documents.size();
        } catch (MongoBulkWriteException error) {
            if (MongoErrors.isDuplicateKey(error)) {
                return false;
            }
            throw error;
        }
    }

    private Optional<Versioned<T>> versioned(BsonDocument document) {
        var stored = ProjectedDocument.from(document, codec);
        return Optional.ofNullable(stored.state()).map(state -> new Versioned<>(stored.id(), stored.version(), state));
    }
}
