package dev.vouch.local.platform.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection that finds through its declared indexes and never changes a stored document: updates work on a copy and put
 * it in place, so that readers need no lock and an answer cannot change while it is being sent.
 */
final class IndexedCollection extends H2Collection {

    private final MVMap<Object, Document> documents;
    private final LongAdder examined;
    private boolean changing; // guarded by this

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors,
            LongAdder examined) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
        this.examined = examined;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        if (isNaturalDescending(orderBy)) {
            return super.queryDocuments(query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
        }
        Stream<Document> found = DeclaredIndexes.candidates(query, getIndexes())
                .map(positions -> positions.stream().map(this::getDocument).filter(Objects::nonNull))
                .orElseGet(() -> documents.values().stream())
                .peek(document -> examined.increment());
        if (Thread.holdsLock(this) && changing) {
            found = found.filter(document -> documentMatchesQuery(document, query))
                    .map(Document::cloneDeeply);
        }
        return matchDocumentsFromStream(found, query, orderBy, numberToSkip, limit, batchSize, fieldSelector);
    }

    /** Readers do not queue behind each other; the maps give each of them a snapshot. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public QueryResult handleQuery(QueryParameters parameters) {
        var selector = parameters.getQuerySelector();
        String prefix = selector.containsKey("query") ? "" : "$";
        boolean wrapped = selector.containsKey(prefix + "query");
        return queryDocuments(
                wrapped ? (Document) Objects.requireNonNull(selector.get(prefix + "query")) : selector,
                wrapped ? (Document) selector.get(prefix + "orderby") : null,
                parameters.getNumberToSkip(),
                parameters.getLimit(),
                parameters.getBatchSize(),
                parameters.getProjection());
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        changing = true;
        try {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            changing = false;
        }
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        changing = true;
        try {
            return super.findAndModify(query);
        } finally {
            changing = false;
        }
    }

    @Override
    public synchronized void addIndex(Index<Object> index) {
        super.addIndex(index);
        if (index instanceof DeclaredIndex declared && getIndexes().contains(index)) {
            declared.markBuilt();
        }
    }

    /** Would cost two BSON encodings per update, for a figure nobody reads. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }
}
