package dev.vouch.local.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that the services' AsyncAPI documents bind to Kafka, and no others. */
public final class Topics {

    private static final List<String> SERVICES = List.of("campaign", "discovery", "scoring", "outreach");
    private static final short REPLICAS = 1; // one machine
    private static final int DEADLINE_SECONDS = 60;

    private final List<NewTopic> declared;

    private Topics(List<NewTopic> declared) {
        this.declared = declared;
    }

    /** All topics of the contract on the class path. */
    public static Topics ofContract() {
        var topics = new LinkedHashMap<String, NewTopic>();
        for (String service : SERVICES) {
            for (JsonNode channel : document(service).path("channels")) {
                var kafka = channel.path("bindings").path("kafka");
                if (kafka.has("partitions")) {
                    topics.put(channel.path("address").asText(), topicOf(channel));
                }
            }
        }
        return new Topics(List.copyOf(topics.values()));
    }

    private static JsonNode document(String service) {
        String name = "vouch/" + service + ".asyncapi.yaml";
        try (var yaml = Topics.class.getClassLoader().getResourceAsStream(name)) {
            if (yaml == null) {
                throw new FileNotFoundException(name + " is not on the class path");
            }
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewTopic topicOf(JsonNode channel) {
        var kafka = channel.path("bindings").path("kafka");
        Map<String, String> settings = new LinkedHashMap<>();
        kafka.path("topicConfiguration")
                .properties()
                .forEach(setting -> settings.put(setting.getKey(), textOf(setting.getValue())));
        return new NewTopic(
                        channel.path("address").asText(),
                        kafka.path("partitions").asInt(),
                        REPLICAS)
                .configs(settings);
    }

    private static String textOf(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(","))
                : value.asText();
    }

    public List<String> names() {
        return declared.stream().map(NewTopic::name).toList();
    }

    /**
     * Adds what is missing and returns the names of what it added; what exists stays as it is. What was added takes
     * records then.
     */
    public List<String> createOn(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            var existing = admin.listTopics().names().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            var missing = declared.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            var created = new ArrayList<String>();
            for (var result : admin.createTopics(missing).values().entrySet()) {
                if (created(result.getValue())) {
                    created.add(result.getKey());
                }
            }
            awaitLeaders(admin, created);
            return created;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were created", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The topics could not be created on " + bootstrapServers, e);
        }
    }

    /** Where a partition ends is asked of its leader again and again until it answers. */
    private void awaitLeaders(Admin admin, List<String> created)
            throws ExecutionException, InterruptedException, TimeoutException {
        var ends = declared.stream()
                .filter(topic -> created.contains(topic.name()))
                .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        admin.listOffsets(ends).all().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }

    private static boolean created(KafkaFuture<Void> creation)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            creation.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }
}
