package dev.vouch.chassis.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * The service's own database. Connects on first use, so that a service starts and answers its probes without it.
 *
 * <p>Every write is acknowledged by a majority with its journal, every read sees only such writes: the protocols above rest
 * on that, so it is set here and not by the connection string.
 */
public class Database implements AutoCloseable {

    private final ConnectionString uri;
    private final String name;
    private @Nullable MongoClient client;

    public Database(String uri, String name) {
        this(uri, name, false);
    }

    /**
     * @param name of the database
     * @param own whether the connection string is this service's own: then a database that it names goes before
     */
    public Database(String uri, String name, boolean own) {
        this.uri = new ConnectionString(uri);
        var named = this.uri.getDatabase();
        this.name = own && named != null ? named : name;
    }

    public MongoCollection<BsonDocument> collection(String collection) {
        return database().getCollection(collection, BsonDocument.class);
    }

    public synchronized MongoDatabase database() {
        if (client == null) {
            client = MongoClients.create(settings());
        }
        return client.getDatabase(name);
    }

    private MongoClientSettings settings() {
        return MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(30, TimeUnit.SECONDS))
                .applyConnectionString(uri)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .build();
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
