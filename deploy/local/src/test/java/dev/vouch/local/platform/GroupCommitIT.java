package dev.vouch.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged, or seen by a reader, is there after a kill in the middle of the load. */
class GroupCommitIT {

    private static final int KILLS = 5;
    private static final int WRITERS = 12;
    private static final int READERS = 4;
    private static final int ANSWERS_BEFORE_KILL = 600;

    @TempDir
    Path folder;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();

    @Test
    void no_kill_loses_what_a_client_was_told() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            loadUntilKilled(kill);
        }

        int port = OwnProcess.freePort();
        try (var store = OwnProcess.of(EmbeddedDatabase.class, folder, port);
                var client = client(port)) {
            var people = people(client);
            var present = people.find().projection(new Document("_id", 1)).into(new ArrayList<>()).stream()
                    .map(person -> person.getString("_id"))
                    .toList();
            assertThat(acknowledged).hasSizeGreaterThan(KILLS * ANSWERS_BEFORE_KILL / 2);
            assertThat(present).containsAll(acknowledged).containsAll(seen);
            versions.forEach((id, version) -> assertThat(versionOf(people, id)).isGreaterThanOrEqualTo(version));
            indexesAgreeWithDocuments(people, present.size());
        }
    }

    private static int versionOf(MongoCollection<Document> people, String id) {
        var person = people.find(new Document("_id", id)).first();
        return person == null ? -1 : person.getInteger("version");
    }

    private static void indexesAgreeWithDocuments(MongoCollection<Document> people, int documents) {
        int found = IntStream.range(0, WRITERS)
                .map(writer -> people.find(new Document("writer", writer))
                        .into(new ArrayList<>())
                        .size())
                .sum();
        assertThat(found).isEqualTo(documents);
    }

    private void loadUntilKilled(int round) throws Exception {
        int port = OwnProcess.freePort();
        var store = OwnProcess.of(EmbeddedDatabase.class, folder, port);
        var dead = new AtomicBoolean();
        int before = acknowledged.size();
        ExecutorService clients = Executors.newFixedThreadPool(WRITERS + READERS);
        try (var client = client(port)) {
            people(client).createIndex(Indexes.ascending("writer"));
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                clients.execute(() -> write(people(client), round, number, dead));
            }
            for (int reader = 0; reader < READERS; reader++) {
                clients.execute(() -> read(people(client), dead));
            }
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> acknowledged.size() - before >= ANSWERS_BEFORE_KILL);
            store.kill();
            dead.set(true);
            clients.shutdown();
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** Single inserts, a counter that is raised, and bulk writes: each is believed only once it was answered. */
    private void write(MongoCollection<Document> people, int round, int writer, AtomicBoolean dead) {
        String counter = "counter-" + round + "-" + writer;
        try {
            people.insertOne(
                    new Document("_id", counter).append("writer", writer).append("version", 0));
            acknowledged.add(counter);
            for (int n = 1; !dead.get(); n++) {
                String id = "person-" + round + "-" + writer + "-" + n;
                if (n % 10 == 0) {
                    writeTogether(people, id, writer);
                } else {
                    people.insertOne(new Document("_id", id).append("writer", writer));
                    acknowledged.add(id);
                }
                people.updateOne(
                        new Document("_id", counter).append("version", n - 1),
                        new Document("$set", new Document("version", n)));
                versions.put(counter, n);
            }
        } catch (MongoException killed) {
            // what was not answered may be there or not
        }
    }

    private void writeTogether(MongoCollection<Document> people, String id, int writer) {
        List<WriteModel<Document>> models = new ArrayList<>();
        for (int part = 0; part < 20; part++) {
            models.add(new InsertOneModel<>(new Document("_id", id + "-" + part).append("writer", writer)));
        }
        models.add(new UpdateOneModel<>(
                new Document("_id", id + "-0"), new Document("$set", new Document("touched", true))));
        people.bulkWrite(models);
        for (int part = 0; part < 20; part++) {
            acknowledged.add(id + "-" + part);
        }
    }

    private void read(MongoCollection<Document> people, AtomicBoolean dead) {
        try {
            for (int n = 0; !dead.get(); n++) {
                var newest = new ArrayList<String>();
                people.find(new Document("writer", n % WRITERS))
                        .limit(500)
                        .forEach(person -> newest.add(person.getString("_id")));
                seen.addAll(newest);
            }
        } catch (MongoException killed) {
            // the end of this round
        }
    }

    private static MongoCollection<Document> people(MongoClient client) {
        return client.getDatabase("vouch").getCollection("people");
    }

    private static MongoClient client(int port) throws IOException {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + port))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .retryWrites(false)
                .build());
    }
}
