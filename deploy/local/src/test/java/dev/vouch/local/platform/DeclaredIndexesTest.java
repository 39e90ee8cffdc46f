package dev.vouch.local.platform;

import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a query looks at must not grow with the collection, or the store is too slow long before 100,000 profiles. */
class DeclaredIndexesTest {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;

    enum Variant {
        MEMORY,
        FILE
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void a_query_by_a_declared_index_examines_as_many_documents_in_a_large_collection_as_in_a_small_one(Variant variant)
            throws IOException {
        var ofFew = examinedPerQuery(variant, FEW);
        var ofMany = examinedPerQuery(variant, MANY);

        assertThat(ofMany).isEqualTo(ofFew);
        assertThat(ofMany).containsExactly(1L, 1L, 0L, 1L, 3L, 10L, 20L, 1L, 5L, 1L, 10L, 10L, 1L, 1L);
    }

    private List<Long> examinedPerQuery(Variant variant, int documents) throws IOException {
        try (var database = open(variant, documents);
                var client = MongoClients.create(database.uri())) {
            var people = client.getDatabase("vouch").getCollection("people");
            declareIndexes(people);
            fill(people, documents);
            var examined = new ArrayList<Long>();
            for (var query : queries(people)) {
                long before = database.examinedDocuments();
                query.run();
                examined.add(database.examinedDocuments() - before);
            }
            return examined;
        }
    }

    private EmbeddedDatabase open(Variant variant, int documents) throws IOException {
        return variant == Variant.MEMORY
                ? EmbeddedDatabase.inMemory(0)
                : EmbeddedDatabase.inFolder(folder.resolve("with-" + documents), 0);
    }

    private static void declareIndexes(MongoCollection<Document> people) {
        people.createIndex(ascending("campaign", "rank"));
        people.createIndex(ascending("identities.key"), new IndexOptions().unique(true));
        people.createIndex(ascending("state.owner"));
        people.createIndex(ascending("outboxPending"), new IndexOptions().sparse(true));
    }

    private static void fill(MongoCollection<Document> people, int documents) {
        for (int from = 0; from < documents; from += 500) {
            people.insertMany(IntStream.range(from, from + 500)
                    .mapToObj(DeclaredIndexesTest::person)
                    .toList());
        }
    }

    private static Document person(int number) {
        var person = new Document("_id", "person-" + number)
                .append("version", 1L)
                .append("eventSequence", 7L)
                .append("campaign", "campaign-" + number / 10)
                .append("rank", number % 10)
                .append("state", new Document("owner", "owner-" + number / 10))
                .append(
                        "identities",
                        List.of(new Document("key", "handle-" + number), new Document("key", "account-" + number)));
        return number < 5 ? person.append("outboxPending", true) : person;
    }

    private static List<Runnable> queries(MongoCollection<Document> people) {
        var id = new Document("_id", "person-100");
        return List.of(
                () -> assertThat(found(people, id)).hasSize(1),
                () -> assertThat(found(people, with(id, "version", 1L))).hasSize(1),
                () -> assertThat(found(people, new Document("_id", "nobody"))).isEmpty(),
                () -> assertThat(found(people, with(id, "eventSequence", 8L))).isEmpty(),
                () -> assertThat(found(people, in("_id", "person-1", "person-2", "person-3", "nobody")))
                        .hasSize(3),
                () -> assertThat(found(people, with(new Document("campaign", "campaign-3"), "rank", above(4))))
                        .hasSize(5),
                () -> assertThat(found(people, in("campaign", "campaign-3", "campaign-4")))
                        .hasSize(20),
                () -> assertThat(found(people, with(new Document("campaign", "campaign-3"), "rank", 4)))
                        .hasSize(1),
                () -> assertThat(found(people, new Document("outboxPending", true)))
                        .hasSize(5),
                () -> assertThat(found(people, new Document("identities.key", "account-50")))
                        .hasSize(1),
                () -> assertThat(found(people, new Document("state.owner", "owner-3")))
                        .hasSize(10),
                () -> assertThat(people.countDocuments(new Document("campaign", "campaign-3")))
                        .isEqualTo(10),
                () -> assertThat(people.aggregate(List.of(
                                        Aggregates.match(with(new Document("campaign", "campaign-3"), "rank", 1)),
                                        Aggregates.group("$campaign", Accumulators.sum("ranks", "$rank"))))
                                .first())
                        .isEqualTo(new Document("_id", "campaign-3").append("ranks", 1)),
                () -> assertThat(people.updateOne(
                                        with(id, "version", 1L), new Document("$set", new Document("version", 2L)))
                                .getModifiedCount())
                        .isEqualTo(1));
    }

    private static List<Document> found(MongoCollection<Document> people, Document filter) {
        return people.find(filter).into(new ArrayList<>());
    }

    private static Document with(Document filter, String field, Object value) {
        return new Document(filter).append(field, value);
    }

    private static Document above(int value) {
        return new Document("$gt", value);
    }

    private static Document in(String field, String... values) {
        return new Document(field, new Document("$in", Arrays.asList(values)));
    }

    @ParameterizedTest
    @EnumSource
    void an_index_follows_every_change(Variant variant) throws IOException {
        try (var database = open(variant, 0);
                var client = MongoClients.create(database.uri())) {
            var people = client.getDatabase("vouch").getCollection("people");
            declareIndexes(people);
            people.insertMany(List.of(person(1), person(2)));

            people.updateOne(
                    new Document("_id", "person-1"),
                    new Document("$set", new Document("campaign", "other"))
                            .append("$unset", new Document("outboxPending", ""))
                            .append("$push", new Document("identities", new Document("key", "second-handle"))));
            people.deleteOne(new Document("_id", "person-2"));

            assertThat(ids(people, new Document("campaign", "campaign-0"))).isEmpty();
            assertThat(ids(people, new Document("campaign", "other"))).containsExactly("person-1");
            assertThat(ids(people, new Document("outboxPending", true))).isEmpty();
            assertThat(ids(people, new Document("identities.key", "second-handle")))
                    .containsExactly("person-1");
            assertThat(ids(people, new Document("identities.key", "handle-2"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_unique_index_refuses_what_another_document_holds(Variant variant) throws IOException {
        try (var database = open(variant, 0);
                var client = MongoClients.create(database.uri())) {
            var people = client.getDatabase("vouch").getCollection("people");
            declareIndexes(people);
            people.insertMany(List.of(person(1), person(2)));

            var refusal = catchThrowable(() -> people.updateOne(
                    new Document("_id", "person-1"),
                    new Document("$push", new Document("identities", new Document("key", "handle-2")))));

            assertThat(refusal)
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            e -> assertThat(e.getCode()).isEqualTo(11000));
            assertThat(ids(people, new Document("identities.key", "handle-2"))).containsExactly("person-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void documents_without_a_value_are_found_by_null_and_kept_out_of_sparse_indexes(Variant variant)
            throws IOException {
        try (var database = open(variant, 0);
                var client = MongoClients.create(database.uri())) {
            var people = client.getDatabase("vouch").getCollection("people");
            declareIndexes(people);
            people.insertMany(Stream.of("a", "b")
                    .map(id -> new Document("_id", id).append("identities", List.of(new Document("key", id))))
                    .toList());
            people.insertOne(new Document("_id", "c").append("campaign", "x").append("identities", List.of()));

            assertThat(ids(people, new Document("campaign", null))).containsExactlyInAnyOrder("a", "b");
            assertThat(ids(people, new Document("outboxPending", null))).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(ids(people, new Document("campaign", "x"))).containsExactly("c");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void numbers_are_equal_whatever_their_type(int number) throws IOException {
        try (var database = open(Variant.MEMORY, 0);
                var client = MongoClients.create(database.uri())) {
            var people = client.getDatabase("vouch").getCollection("people");
            people.createIndex(ascending("rank"));
            people.insertMany(List.of(new Document("rank", number), new Document("rank", (double) number)));

            assertThat(found(people, new Document("rank", (long) number))).hasSize(2);
        }
    }

    @Test
    void a_store_that_is_opened_again_has_its_documents_and_its_indexes() throws IOException {
        try (var database = open(Variant.FILE, 1);
                var client = MongoClients.create(database.uri())) {
            var people = client.getDatabase("vouch").getCollection("people");
            declareIndexes(people);
            fill(people, FEW);
        }

        try (var database = open(Variant.FILE, 1);
                MongoClient client = MongoClients.create(database.uri())) {
            var people = client.getDatabase("vouch").getCollection("people");
            declareIndexes(people);
            long before = database.examinedDocuments();

            assertThat(ids(people, new Document("campaign", "campaign-3"))).hasSize(10);
            assertThat(database.examinedDocuments() - before).isEqualTo(10);
            assertThat(people.countDocuments()).isEqualTo(FEW);
        }
    }

    private static List<String> ids(MongoCollection<Document> people, Document filter) {
        return found(people, filter).stream()
                .map(document -> document.getString("_id"))
                .toList();
    }
}
