package dev.vouch.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the double did differently from a MongoDB and the services would have stumbled over. */
class EmbeddedDatabaseTest {

    private static final int MORE_THAN_A_MESSAGE = 60_000;
    private static final int PEOPLE = 2_000;
    private static final int CHANGES = 4_000;

    enum Variant {
        MEMORY,
        FILE
    }

    @TempDir
    Path folder;

    private EmbeddedDatabase open(Variant variant) throws IOException {
        return variant == Variant.MEMORY
                ? EmbeddedDatabase.inMemory(0)
                : EmbeddedDatabase.inFolder(folder.resolve("store"), 0);
    }

    @ParameterizedTest
    @EnumSource
    void a_result_larger_than_a_message_comes_in_batches(Variant variant) throws IOException {
        try (var database = open(variant);
                var client = MongoClients.create(database.uri())) {
            var people = client.getDatabase("vouch").getCollection("people");
            String bio = "x".repeat(1_000);
            for (int from = 0; from < MORE_THAN_A_MESSAGE; from += 1_000) {
                people.insertMany(IntStream.range(from, from + 1_000)
                        .mapToObj(n -> new Document("_id", "person-" + n).append("bio", bio))
                        .toList());
            }

            int found = 0;
            for (var person : people.find().projection(new Document("_id", 1))) {
                assertThat(person).containsOnlyKeys("_id");
                found++;
            }
            int whole = 0;
            try (var all = people.find().iterator()) {
                while (all.hasNext()) {
                    assertThat(all.next().getString("bio")).hasSize(bio.length());
                    whole++;
                }
            }

            assertThat(found).isEqualTo(MORE_THAN_A_MESSAGE);
            assertThat(whole).isEqualTo(MORE_THAN_A_MESSAGE);
            assertThat(people.find().skip(10).limit(250).into(new ArrayList<>()))
                    .hasSize(250);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_never_sees_half_a_change(Variant variant) throws Exception {
        var clients = Executors.newFixedThreadPool(6);
        try (var database = open(variant);
                var client = MongoClients.create(database.uri())) {
            var people = client.getDatabase("vouch").getCollection("people");
            people.insertMany(IntStream.range(0, PEOPLE)
                    .mapToObj(n ->
                            new Document("_id", "person-" + n).append("left", 0).append("right", 0))
                    .toList());
            var done = new AtomicBoolean();
            List<Future<?>> readers = IntStream.range(0, 2)
                    .<Future<?>>mapToObj(n -> clients.submit(() -> readUntil(done, people)))
                    .toList();
            List<Future<?>> writers = IntStream.range(0, 4)
                    .<Future<?>>mapToObj(n -> clients.submit(() -> change(people, n)))
                    .toList();

            for (var writer : writers) {
                writer.get();
            }
            done.set(true);
            for (var reader : readers) {
                reader.get();
            }
            assertThat(people.find().into(new ArrayList<>()).stream()
                            .mapToInt(person -> person.getInteger("left"))
                            .sum())
                    .isEqualTo(4 * CHANGES / 4);
        } finally {
            clients.shutdownNow();
        }
    }

    private static void change(MongoCollection<Document> people, int writer) {
        for (int n = 0; n < CHANGES / 4; n++) {
            people.updateOne(
                    new Document("_id", "person-" + (n * 7 + writer) % PEOPLE),
                    new Document("$inc", new Document("left", 1).append("right", 1)));
        }
    }

    private static void readUntil(AtomicBoolean done, MongoCollection<Document> people) {
        while (!done.get()) {
            int seen = 0;
            for (var person : people.find()) {
                assertThat(person.getInteger("left")).isEqualTo(person.getInteger("right"));
                seen++;
            }
            assertThat(seen).isEqualTo(PEOPLE);
        }
    }
}
