package dev.vouch.local.recovery;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The services' databases, each where its service looks for it: {@code VOUCH_<SERVICE>_MONGODB_URI} before the common one. */
public final class Databases implements AutoCloseable {

    private final String commonUri;
    private final Map<String, String> environment;
    private final Map<String, MongoClient> clients = new HashMap<>();

    /** @param environment in which the services run */
    public Databases(String commonUri, Map<String, String> environment) {
        this.commonUri = commonUri;
        this.environment = environment;
    }

    public MongoCollection<BsonDocument> collection(Holding holding) {
        return collection(holding.database(), holding.collection());
    }

    public MongoCollection<BsonDocument> collection(String database, String collection) {
        var own = ownUri(database);
        var named = own == null ? null : new ConnectionString(own).getDatabase();
        return client(own == null ? commonUri : own)
                .getDatabase(named == null ? database : named)
                .getCollection(collection, BsonDocument.class);
    }

    /** One moment for all databases; null where the store cannot read as of one moment, or there is more than one store. */
    @Nullable
    ClientSession snapshot() {
        var several = Holding.all().stream().anyMatch(each -> ownUri(each.database()) != null);
        var client = client(commonUri);
        var hello = client.getDatabase("admin").runCommand(new Document("isMaster", 1));
        var replicated = hello.containsKey("setName") || "isdbgrid".equals(hello.get("msg"));
        return several || !replicated
                ? null
                : client.startSession(
                        ClientSessionOptions.builder().snapshot(true).build());
    }

    private @Nullable String ownUri(String database) {
        var service = database.substring("vouch_".length()).toUpperCase(Locale.ROOT);
        return environment.get("VOUCH_" + service + "_MONGODB_URI");
    }

    private MongoClient client(String uri) {
        return clients.computeIfAbsent(
                uri,
                at -> MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(at))
                        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                        .readConcern(ReadConcern.MAJORITY)
                        .build()));
    }

    @Override
    public void close() {
        clients.values().forEach(MongoClient::close);
    }
}
