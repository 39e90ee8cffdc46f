package dev.vouch.local.platform.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** The MongoDB double with {@link GroupCommit} around its commands and {@link DeclaredIndexes} in its collections. */
public final class DurableBackend extends H2Backend {

    /** What a driver may put into one command: a bulk write is one commit's critical section. */
    static final int MOST_MODELS_PER_BULK_WRITE = 500;

    /** An answer must fit into a message, however large the collection; the rest follows through the cursor. */
    private static final int DOCUMENTS_PER_ANSWER = 1_000;

    private static final Set<String> WRITES =
            Set.of("insert", "update", "delete", "findandmodify", "create", "createindexes", "drop", "dropindexes");
    private static final Set<String> READS = Set.of("find", "count", "distinct", "listindexes");
    private static final Set<String> READS_OF_ALL = Set.of("aggregate", "listcollections", "listdatabases");
    private static final Set<String> WRITES_OF_ALL = Set.of("dropdatabase", "renamecollection");

    private final @Nullable GroupCommit commits;

    private DurableBackend(MVStore store, @Nullable GroupCommit commits) {
        super(store);
        this.commits = commits;
    }

    /** Forgets everything at the end. */
    public static DurableBackend inMemory() {
        return new DurableBackend(new MVStore.Builder().autoCommitDisabled().open(), null);
    }

    /** Keeps everything that it acknowledged in the file. */
    public static DurableBackend onFile(Path file) {
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(64)
                .open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return new DurableBackend(store, new GroupCommit(store::commit));
    }

    /** How many documents were looked at to answer queries and to find what to change. */
    public long examinedDocuments() {
        return listDatabaseNames().stream()
                .map(this::resolveDatabase)
                .mapToLong(database -> ((IndexedDatabase) database).examinedDocuments())
                .sum();
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new IndexedDatabase(databaseName, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        Supplier<Document> answer = () -> super.handleCommand(channel, databaseName, command, query);
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("ismaster")) {
            return answer.get().append("maxWriteBatchSize", MOST_MODELS_PER_BULK_WRITE);
        }
        if (name.equals("find") || name.equals("getmore")) {
            query.putIfAbsent("batchSize", DOCUMENTS_PER_ANSWER);
        }
        if (commits == null) {
            return answer.get();
        }
        String collection = databaseName + "." + query.get(command);
        if (WRITES.contains(name)) {
            return commits.write(collection, answer);
        }
        if (WRITES_OF_ALL.contains(name) || writesItsResult(query)) {
            return commits.write(GroupCommit.EVERYWHERE, answer);
        }
        if (READS.contains(name)) {
            return commits.read(collection, () -> onOneVersion(answer));
        }
        return READS_OF_ALL.contains(name)
                ? commits.read(GroupCommit.EVERYWHERE, () -> onOneVersion(answer))
                : answer.get();
    }

    /** A commit meanwhile must not give away the pages that a reader still walks through. */
    private Document onOneVersion(Supplier<Document> answer) {
        var version = getMvStore().registerVersionUsage();
        try {
            return answer.get();
        } finally {
            getMvStore().deregisterVersionUsage(version);
        }
    }

    private static boolean writesItsResult(Document query) {
        return Objects.toString(query.get("pipeline"), "").matches("(?s).*\\$(out|merge)\\b.*");
    }

    /** As MongoDB says it: {@code metrics.queryExecutor.scannedObjects}. */
    @Override
    public Document getServerStatus() {
        var status = super.getServerStatus();
        if (status.get("metrics") instanceof Document metrics) {
            metrics.put("queryExecutor", new Document("scannedObjects", examinedDocuments()));
        }
        return status;
    }

    @Override
    public void close() {
        if (commits != null) {
            commits.close();
        }
        super.close();
    }
}
