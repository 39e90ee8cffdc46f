package dev.vouch.system.fault.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.vouch.local.platform.EmbeddedDatabase;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GivenMongoIT {

    private final EmbeddedDatabase store = EmbeddedDatabase.inMemory(FreePorts.any());
    private final MongoClient client = MongoClients.create(store.uri());

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void what_was_there_before_is_refused_and_left() {
        write();

        try (var given = new GivenMongo(store.uri())) {
            assertThatThrownBy(given::requireEmpty).hasMessageContaining("vouch_campaign");
        }

        assertThat(client.listDatabaseNames()).contains("vouch_campaign");
    }

    @Test
    void what_the_test_made_is_dropped() {
        try (var given = new GivenMongo(store.uri())) {
            given.requireEmpty();
            write();
        }

        assertThat(client.listDatabaseNames()).doesNotContain("vouch_campaign");
    }

    private void write() {
        client.getDatabase("vouch_campaign").getCollection("campaigns").insertOne(new Document("_id", "spring"));
    }
}
