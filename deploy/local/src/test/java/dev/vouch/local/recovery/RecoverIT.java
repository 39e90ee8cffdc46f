package dev.vouch.local.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.local.platform.Broker;
import dev.vouch.local.platform.EmbeddedDatabase;
import dev.vouch.local.platform.Topics;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on the embedded store and a real broker, without services. */
class RecoverIT {

    private static final String CONTACTS = "vouch.outreach.contact";
    private static final String INFLUENCERS = "vouch.discovery.influencer";
    private static final String SCORES = "vouch.scoring.score";

    @TempDir
    private static Path folder;

    private static Broker broker;
    private static EventLog log;

    private EmbeddedDatabase store;
    private Databases databases;

    @BeforeAll
    static void a_broker() throws IOException {
        broker = Broker.start(folder.resolve("broker"), freePort(), freePort());
        Topics.ofContract().createOn(broker.bootstrapServers());
        log = new EventLog(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        log.close();
        broker.close();
    }

    @BeforeEach
    void an_empty_store() throws IOException {
        store = EmbeddedDatabase.inMemory(freePort());
        databases = new Databases(store.uri(), Map.of());
    }

    @Test
    void a_restored_store_is_what_was_backed_up_counts_on_past_the_log_and_is_locked() throws IOException {
        // given
        put("vouch_outreach", "contacts", "{_id: 'c1', version: 3, eventSequence: 1, state: {n: 1}, outbox: []}");
        put("vouch_outreach", "contacts", "{_id: 'c2', version: 1, eventSequence: 2, state: {n: 2}, outbox: []}");
        put("vouch_outreach", "leases", "{_id: 'relay'}");
        var file = folder.resolve("backup.zip");
        new Backup(databases, log, Clock.systemUTC()).to(file, line -> {});
        say(CONTACTS, "c1", 1, "influencer.contacted");
        say(CONTACTS, "c1", 2, "influencer.replied");
        say(CONTACTS, "c2", 2, "influencer.contacted");
        say(CONTACTS, "c3", 4, "influencer.contacted");
        readAs("outreach.conversation");

        // when
        var restore = new Restore(databases, log, Clock.systemUTC());
        assertThatThrownBy(() -> restore.from(file, false, line -> {})).hasMessageContaining("--replace");
        restore.from(file, true, line -> {});

        // then
        assertThat(get("vouch_outreach", "contacts", "c1"))
                .isEqualTo(
                        BsonDocument.parse("{_id: 'c1', version: {$numberInt: '3'}, eventSequence: {$numberLong: '2'},"
                                + " state: {n: 1}, outbox: [], restoredSequence: {$numberLong: '1'}}"));
        assertThat(get("vouch_outreach", "contacts", "c2")).doesNotContainKey("restoredSequence");
        assertThat(get("vouch_outreach", "contacts", "c3")
                        .getNumber("eventSequence")
                        .longValue())
                .isEqualTo(4);
        assertThat(databases.collection("vouch_outreach", "leases").find().first())
                .isNull();
        var lock = get("vouch_outreach", "send-locks", "sending").getDocument("state");
        assertThat(lock.getString("stage").getValue()).isEqualTo("CATCHING_UP");
        assertThat(lock.getString("cause").getValue()).isEqualTo("RESTORED");
        assertThat(committed("outreach.conversation")).isFalse();
    }

    @Test
    void nothing_is_backed_up_or_rebuilt_while_a_service_runs() throws IOException {
        try (var service = consumer("scoring.scorecard")) {
            service.subscribe(List.of(INFLUENCERS));
            for (int i = 0; i < 100 && service.assignment().isEmpty(); i++) {
                service.poll(Duration.ofMillis(100));
            }
            assertThat(service.assignment()).isNotEmpty();
            assertThatThrownBy(() -> log.requireIdle(List.of("scoring.scorecard"), Duration.ZERO))
                    .isInstanceOf(RecoveryRefused.class)
                    .hasMessageContaining("scoring.scorecard");
        }
    }

    @Test
    void a_rebuilt_projection_keeps_what_it_said_and_has_heard_all_but_the_last() {
        say(INFLUENCERS, "i1", 1, "influencer.updated");
        say(INFLUENCERS, "i1", 5, "influencer.updated");
        say(INFLUENCERS, "i1", 6, "influencer.delisted");
        say(SCORES, "i1", 3, "influencer.scored");
        put("vouch_scoring", "scorecards", "{_id: 'i1', version: 9, eventSequence: 3, state: {n: 1}}");

        new Rebuild(databases, log, Clock.systemUTC()).of("scoring", line -> {});

        var card = get("vouch_scoring", "scorecards", "i1");
        assertThat(card).doesNotContainKey("state");
        assertThat(card.getNumber("eventSequence").longValue()).isEqualTo(3);
        assertThat(card.getDocument("lastOut").getNumber("sequence").longValue())
                .isEqualTo(3);
        assertThat(card.getArray("seen").get(0).asDocument())
                .isEqualTo(BsonDocument.parse("{of: 'vouch.discovery.influencer/i1', sequence: {$numberLong: '4'}}"));
    }

    private void put(String database, String collection, String document) {
        databases.collection(database, collection).insertOne(BsonDocument.parse(document));
    }

    private BsonDocument get(String database, String collection, String id) {
        return databases
                .collection(database, collection)
                .find(new Document("_id", id))
                .first();
    }

    private static void say(String topic, String subject, long sequence, String type) {
        var record = new ProducerRecord<>(topic, subject, "{}");
        Map.of("ce_subject", subject, "ce_sequence", Long.toString(sequence), "ce_type", "dev.vouch." + type + ".v1")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record);
        }
    }

    private static void readAs(String group) {
        try (var consumer = consumer(group)) {
            consumer.assign(List.of(new TopicPartition(CONTACTS, 0)));
            consumer.poll(Duration.ofMillis(200));
            consumer.commitSync();
        }
        assertThat(committed(group)).isTrue();
    }

    private static boolean committed(String group) {
        var partition = new TopicPartition(CONTACTS, 0);
        try (var consumer = consumer(group)) {
            return consumer.committed(Set.of(partition)).get(partition) != null;
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "group.id", group);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
