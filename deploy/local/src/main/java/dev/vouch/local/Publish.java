package dev.vouch.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.contract.EventTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * {@code deploy/publish FILE --topic T [--type profile.observed]}: hands in observations as an outsider would, one JSON object
 * per line. A line is a CloudEvent in structured mode, or the bare data of the named type; the same file hands in the same ids.
 */
public final class Publish {

    private static final String USAGE =
            "deploy/publish FILE --topic TOPIC [--type TYPE]   (broker: KAFKA_BOOTSTRAP_SERVERS, else 127.0.0.1:9092)";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String topic;
    private final String type;
    private final Clock clock;

    Publish(String topic, String type, Clock clock) {
        this.topic = topic;
        this.type = type;
        this.clock = clock;
    }

    public static void main(String[] given) throws IOException {
        var options = List.of(given);
        String topic = option(options, "--topic");
        if (given.length == 0 || topic.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        var publish = new Publish(topic, option(options, "--type"), Clock.systemUTC());
        long sent = publish.send(
                Path.of(given[0]),
                Objects.requireNonNullElse(System.getenv("KAFKA_BOOTSTRAP_SERVERS"), "127.0.0.1:9092"));
        System.out.println(sent + " published on " + topic);
    }

    private static String option(List<String> options, String name) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 >= options.size() ? "" : options.get(at + 1);
    }

    private long send(Path file, String bootstrapServers) throws IOException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "linger.ms",
                5,
                "max.in.flight.requests.per.connection",
                1); // keeps the order also while a partition gets its leader
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
                Stream<String> lines = Files.lines(file)) {
            var pending = new ArrayList<Future<?>>();
            for (String line : (Iterable<String>) lines.filter(text -> !text.isBlank())::iterator) {
                pending.add(producer.send(message(JSON.readTree(line))));
            }
            for (var one : pending) {
                one.get();
            }
            return pending.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ExecutionException e) {
            throw new IOException("The broker refused a record", e);
        }
    }

    ProducerRecord<String, byte[]> message(JsonNode line) throws IOException {
        boolean cloudEvent = line.has("specversion");
        var data = cloudEvent ? line.path("data") : line;
        byte[] value = JSON.writeValueAsBytes(data);
        String eventType = cloudEvent ? line.path("type").asText() : fullType();
        String id = cloudEvent
                ? line.path("id").asText()
                : UUID.nameUUIDFromBytes((eventType + new String(value, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8))
                        .toString();
        var message = new ProducerRecord<>(topic, keyOf(line, data, id), value);
        header(message, "content-type", "application/json");
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", id);
        header(message, "ce_type", eventType);
        header(message, "ce_source", line.path("source").asText("/publish"));
        header(message, "ce_time", line.path("time").asText(clock.instant().toString()));
        if (line.path("subject").isTextual() && cloudEvent) {
            header(message, "ce_subject", line.path("subject").asText());
        }
        EventTypes.find(eventType)
                .ifPresent(known ->
                        header(message, "ce_dataschema", known.dataschema().toString()));
        return message;
    }

    private String fullType() {
        if (type.isEmpty()) {
            throw new IllegalArgumentException("The lines are bare data: name their type with --type");
        }
        String versioned = type.matches(".*\\.v\\d+") ? type : type + ".v1";
        return versioned.startsWith("dev.vouch.") ? versioned : "dev.vouch." + versioned;
    }

    /** As the contract keys its topics: the account, the campaign, the contact or the message that the line is about. */
    private static String keyOf(JsonNode line, JsonNode data, String id) {
        if (line.has("partitionkey")) {
            return line.path("partitionkey").asText();
        }
        if (data.has("platform")) {
            String account = data.path("accountId").asText(data.path("handle").asText());
            return data.path("platform").asText() + ":" + account;
        }
        return Stream.of("campaignId", "contactToken", "messageId")
                .filter(data::hasNonNull)
                .map(field -> data.path(field).asText())
                .findFirst()
                .orElse(id);
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
