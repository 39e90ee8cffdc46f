package dev.vouch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestStoresTest {

    @Test
    void two_tests_do_not_see_each_other() {
        try (var one = new TestStores();
                var other = new TestStores()) {
            one.database().database().getCollection("people").insertOne(new Document("_id", "a"));

            assertThat(one.database().database().getCollection("people").countDocuments())
                    .isEqualTo(1);
            assertThat(other.database().database().getCollection("people").countDocuments())
                    .isZero();
        }
    }

    @Test
    void a_dropped_database_is_empty() {
        try (var stores = new TestStores()) {
            var database = stores.database().database();
            database.getCollection("people").createIndex(new Document("name", 1));
            database.getCollection("people").insertOne(new Document("_id", "a").append("name", "Ada"));

            database.drop();

            assertThat(database.getCollection("people").find(new Document("name", "Ada")))
                    .isEmpty();
        }
    }
}
