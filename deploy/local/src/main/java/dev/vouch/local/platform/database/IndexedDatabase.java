package dev.vouch.local.platform.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ObjectDataType;
import org.h2.mvstore.type.StringDataType;

/** One database: its collections and their indexes are maps of one store. */
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Object> {

    static final String DOCUMENTS = "databases.";
    private static final String META = "meta.";
    private static final String INDEX = "index.";

    private final MVStore store;
    private final LongAdder examined = new LongAdder();

    IndexedDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    long examinedDocuments() {
        return examined.sum();
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collectionName, CollectionOptions options) {
        return new IndexedCollection(
                this,
                collectionName,
                options,
                documents(collectionName),
                meta(collectionName),
                cursorRegistry,
                examined);
    }

    private MVMap<Object, Document> documents(String collectionName) {
        return store.openMap(
                DOCUMENTS + getFullCollectionNamespace(collectionName),
                new MVMap.Builder<Object, Document>()
                        .keyType(new ObjectDataType())
                        .valueType(new BsonType()));
    }

    private MVMap<String, Object> meta(String collectionName) {
        return store.openMap(META + getFullCollectionNamespace(collectionName));
    }

    private MVMap<String, Object> index(String collectionName, String indexName) {
        return store.openMap(
                INDEX + getFullCollectionNamespace(collectionName) + "." + indexName,
                new MVMap.Builder<String, Object>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(new ObjectDataType()));
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return new DeclaredIndex(index(collectionName, indexName), indexName, keys, sparse, true);
    }

    @Override
    protected Index<Object> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return new DeclaredIndex(index(collectionName, indexName), indexName, keys, sparse, false);
    }

    /** Lets the first {@code $match} use the indexes; the double would read the whole collection. */
    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equals("aggregate") && query.get(command) instanceof String collectionName) {
            var collection = resolveCollection(collectionName, false);
            var pipeline = Aggregation.parse(query.get("pipeline"));
            if (collection != null && !pipeline.isEmpty() && pipeline.get(0).get("$match") instanceof Document match) {
                var aggregation = Aggregation.fromPipeline(pipeline, databases, this, collection, oplog);
                aggregation.validate(query);
                var matching = collection.handleQueryAsStream(match).map(Document::cloneDeeply);
                var cursor = new Document("id", 0L)
                        .append("ns", getFullCollectionNamespace(collectionName))
                        .append("firstBatch", aggregation.runStages(matching));
                return new Document("cursor", cursor).append("ok", 1.0);
            }
        }
        return super.handleCommand(channel, command, query, databases, oplog);
    }

    @Override
    protected void dropIndex(MongoCollection<Object> collection, String indexName) {
        super.dropIndex(collection, indexName);
        store.removeMap(index(collection.getCollectionName(), indexName));
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        store.removeMap(documents(collectionName));
        store.removeMap(meta(collectionName));
    }

    @Override
    protected long getStorageSize() {
        var file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
