package dev.vouch.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {

    private static final int RECORDS = 5_000;
    private static final String TOPIC = "people";

    @TempDir
    Path folder;

    private final int port = OwnProcess.freePort();
    private final int controllerPort = OwnProcess.freePort();

    @Test
    void a_killed_broker_comes_back_with_all_that_it_acknowledged() throws Exception {
        Set<String> acknowledged;
        try (var broker = start()) {
            createTopic();
            acknowledged = publish();
        }

        long killedAt = System.nanoTime();
        try (var broker = start()) {
            assertThat(read(acknowledged.size())).containsAll(acknowledged);
            assertThat(Duration.ofNanos(System.nanoTime() - killedAt)).isLessThan(Duration.ofSeconds(40));
        }
    }

    @Test
    void a_topic_that_nobody_declared_is_not_made_by_asking_for_it() throws Exception {
        try (var broker = start();
                var admin = Admin.create(client());
                var consumer = consumer()) {
            assertThat(consumer.partitionsFor("typo", Duration.ofSeconds(5))).isNullOrEmpty();
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).doesNotContain("typo");
        }
    }

    private OwnProcess start() throws Exception {
        return OwnProcess.of(Broker.class, folder, port, controllerPort);
    }

    private void createTopic() throws Exception {
        try (var admin = Admin.create(client())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    private Set<String> publish() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            List<Future<?>> pending = new ArrayList<>();
            IntStream.range(0, RECORDS)
                    .forEach(n -> pending.add(producer.send(new ProducerRecord<>(TOPIC, "person-" + n))));
            var acknowledged = new HashSet<String>();
            for (int n = 0; n < RECORDS; n++) {
                pending.get(n).get(30, TimeUnit.SECONDS);
                acknowledged.add("person-" + n);
            }
            return acknowledged;
        }
    }

    private Set<String> read(int count) {
        var found = new HashSet<String>();
        try (var consumer = consumer()) {
            var partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> found.add(message.value()));
            }
        }
        return found;
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer());
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }
}
