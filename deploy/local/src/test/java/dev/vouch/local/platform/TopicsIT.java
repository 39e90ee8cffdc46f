package dev.vouch.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsIT {

    private static final String INFLUENCER = "vouch.discovery.influencer";

    @TempDir
    Path folder;

    @Test
    void topics_are_made_as_the_contract_binds_them_and_only_once() throws Exception {
        try (var broker = Broker.start(folder, OwnProcess.freePort(), OwnProcess.freePort());
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var topics = Topics.ofContract();

            assertThat(topics.createOn(broker.bootstrapServers())).containsExactlyInAnyOrderElementsOf(topics.names());
            assertThat(topics.createOn(broker.bootstrapServers())).isEmpty();

            var influencer = admin.describeTopics(List.of(INFLUENCER))
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS)
                    .get(INFLUENCER);
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, INFLUENCER);
            var settings = admin.describeConfigs(List.of(resource))
                    .all()
                    .get(10, TimeUnit.SECONDS)
                    .get(resource);
            assertThat(influencer.partitions()).hasSize(12);
            assertThat(settings.get("retention.ms").value()).isEqualTo("-1");
            assertThat(settings.get("cleanup.policy").value()).isEqualTo("delete");
            assertThat(settings.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
        }
    }

    @Test
    void every_partition_that_was_made_takes_a_record_at_once() throws Exception {
        try (var broker = Broker.start(folder, OwnProcess.freePort(), OwnProcess.freePort());
                var producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "retries", 0),
                        new StringSerializer(),
                        new StringSerializer())) {
            var topics = Topics.ofContract();
            topics.createOn(broker.bootstrapServers());

            var sent = topics.names().stream()
                    .flatMap(topic -> producer.partitionsFor(topic).stream())
                    .map(each -> producer.send(new ProducerRecord<>(each.topic(), each.partition(), "key", "value")))
                    .toList();

            assertThat(sent).allSatisfy(each -> assertThat(each).succeedsWithin(Duration.ofSeconds(30)));
        }
    }

    @Test
    void a_topic_that_disappeared_is_added_again() throws Exception {
        try (var broker = Broker.start(folder, OwnProcess.freePort(), OwnProcess.freePort());
                var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            var topics = Topics.ofContract();
            topics.createOn(broker.bootstrapServers());
            admin.deleteTopics(List.of(INFLUENCER)).all().get(10, TimeUnit.SECONDS);
            await().until(() ->
                    !admin.listTopics().names().get(10, TimeUnit.SECONDS).contains(INFLUENCER));

            assertThat(topics.createOn(broker.bootstrapServers())).containsExactly(INFLUENCER);
        }
    }
}
