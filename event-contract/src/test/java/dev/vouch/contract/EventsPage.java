package dev.vouch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes the page about all topics and events from the AsyncAPI documents and the schemas. */
final class EventsPage {

    static final Path FILE = Path.of("../docs/events.md");

    private static final String SOURCES = "../event-contract/src/main/resources/vouch/";
    private static final String HEADER = """
            <!--
            Generated from event-contract/src/main/resources/vouch. Do not edit; after a change there run
            mvn -Dquick -pl event-contract test -Dtest=EventsPageTest -Dvouch.write=true
            -->
            # Topics and events

            Every event is a CloudEvent 1.0 with a JSON value: in binary mode the attributes are Kafka headers (`ce_type`,
            `ce_subject`, `ce_sequence` ...), structured mode is accepted too. Events are delivered at least once, in
            order per key.

            *State*: each event holds the full state of its subject, the newest sequence wins. *History*: each event is a
            change, all are applied in sequence. *Observations*: handed in from outside, they merge in any order.

            Consumers ignore unknown properties, read unknown values of an enumeration as `UNKNOWN`, and skip types that
            they do not know. `null` reads as absent. Facts (state and history) carry no text about a person, no name, no
            handle and no address, and name a post only by a keyed hash.

            """;

    private final List<JsonNode> documents =
            ContractFiles.SERVICES.stream().map(ContractFiles::asyncApi).toList();
    private final StringBuilder page = new StringBuilder(HEADER);

    private EventsPage() {}

    static String text() {
        var page = new EventsPage();
        page.topics();
        page.deadLetters();
        EventTypes.all().stream().map(EventType::topic).distinct().forEach(page::events);
        return page.page.toString();
    }

    private void topics() {
        page.append("## Topics\n\n| topic | kind | key | events | read by | partitions | kept |\n");
        page.append("|---|---|---|---|---|---|---|\n");
        for (var topic :
                EventTypes.all().stream().map(EventType::topic).distinct().toList()) {
            var types = of(topic);
            var kafka = binding(topic.name());
            row(
                    code(topic.name()),
                    topic.kind().name().toLowerCase(Locale.ROOT),
                    message(types.get(0)).at("/bindings/kafka/key/description").asText(),
                    types.stream()
                            .map(type -> "[" + type.name() + "](#" + anchor(type) + ")")
                            .collect(Collectors.joining(", ")),
                    String.join(", ", groups(topic.name())),
                    kafka.path("partitions").asText(),
                    kept(kafka));
        }
        page.append("\nDescribed in AsyncAPI 3.0, one document per service: ");
        page.append(ContractFiles.SERVICES.stream()
                .map(service -> "[" + service + "](" + SOURCES + service + ".asyncapi.yaml)")
                .collect(Collectors.joining(", ")));
        page.append(".\n\n");
    }

    private void deadLetters() {
        page.append(
                "## Dead letters\n\nA record that a consumer group cannot use goes to `<topic>.<group>.dlt`, alone: key, value");
        page.append(
                " and headers as they were, and these headers besides.\n\n| header | what it says | example |\n|---|---|---|\n");
        ContractFiles.json(ContractFiles.ROOT.resolve("shared.schema.json"))
                .at("/$defs/deadLetterHeaders/properties")
                .properties()
                .forEach(header -> row(
                        code(header.getKey()),
                        header.getValue().path("description").asText(),
                        example(header.getValue())));
        page.append("\n| dead letter topic | kept |\n|---|---|\n");
        var kept = new TreeMap<String, String>();
        for (var document : documents) {
            for (var channel : document.path("channels")) {
                if (address(channel).endsWith(".dlt")) {
                    kept.put(address(channel), kept(channel.at("/bindings/kafka")));
                }
            }
        }
        kept.forEach((topic, days) -> row(code(topic), days));
        page.append('\n');
    }

    private void events(Topic topic) {
        page.append("## ").append(topic.name()).append("\n\n");
        for (var type : of(topic)) {
            var schema = ContractFiles.json(ContractFiles.schemaFile(type));
            var folder = SOURCES + ContractFiles.ROOT.relativize(ContractFiles.folder(type));
            page.append("### ")
                    .append(type.name())
                    .append(" v")
                    .append(type.version())
                    .append("\n\n");
            page.append(schema.path("description").asText()).append("\n\n");
            page.append("Type `").append(type.type()).append("`, [schema](").append(folder);
            page.append("/schema.json), examples: ");
            page.append(ContractFiles.exampleFiles(type).stream()
                    .map(file -> file.getFileName().toString())
                    .map(file -> "[" + file.replace(".json", "") + "](" + folder + "/examples/" + file + ")")
                    .collect(Collectors.joining(", ")));
            page.append(".\n\n");
            fields(schema);
            schema.path("$defs").properties().forEach(part -> {
                page.append("**").append(part.getKey()).append("**: ");
                page.append(part.getValue().path("description").asText()).append("\n\n");
                fields(part.getValue());
            });
        }
    }

    private void fields(JsonNode object) {
        var required = object.path("required").toString();
        page.append("| field | | what it is | shape | example |\n|---|---|---|---|---|\n");
        object.path("properties").properties().forEach(field -> {
            var shape = field.getValue();
            row(
                    code(field.getKey()),
                    required.contains("\"" + field.getKey() + "\"") ? "required" : "",
                    shape.path("description").asText(),
                    shape(shape),
                    isStructured(shape) ? "" : example(shape));
        });
        page.append('\n');
    }

    private static boolean isStructured(JsonNode shape) {
        return shape.path("examples").path(0).toString().contains("{");
    }

    private static String shape(JsonNode schema) {
        if (schema.has("anyOf")) {
            return shape(schema.path("anyOf").get(0));
        }
        if (schema.has("$ref")) {
            var reference = schema.path("$ref").asText();
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.has("x-known-values")) {
            return StreamSupport.stream(schema.path("x-known-values").spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
        }
        var type = schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "string" -> "text, up to " + schema.path("maxLength").asText();
            case "array" -> "up to " + schema.path("maxItems").asText() + " of: " + shape(schema.path("items"));
            case "integer", "number" ->
                schema.has("minimum")
                        ? type + " from " + schema.path("minimum").asText() + " to "
                                + schema.path("maximum").asText()
                        : type;
            default -> type;
        };
    }

    private static String example(JsonNode schema) {
        var example = schema.path("examples").path(0);
        return example.isTextual() ? code(example.asText()) : code(example.toString());
    }

    private static String kept(JsonNode kafka) {
        var milliseconds = kafka.at("/topicConfiguration/retention.ms").asLong();
        return milliseconds < 0 ? "for ever" : Duration.ofMillis(milliseconds).toDays() + " days";
    }

    private JsonNode binding(String topic) {
        return documents.stream()
                .flatMap(document ->
                        StreamSupport.stream(document.path("channels").spliterator(), false))
                .filter(channel -> address(channel).equals(topic) && channel.has("bindings"))
                .map(channel -> channel.at("/bindings/kafka"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> groups(String topic) {
        var groups = new ArrayList<String>();
        for (var document : documents) {
            for (var operation : document.path("operations")) {
                var channel = document.at(operation.at("/channel/$ref").asText().substring(1));
                if (address(channel).equals(topic)
                        && operation.path("action").asText().equals("receive")) {
                    groups.add(operation.at("/bindings/kafka/groupId/enum/0").asText());
                }
            }
        }
        return groups.isEmpty() ? List.of("outsiders") : groups;
    }

    private static JsonNode message(EventType<?> type) {
        return ContractFiles.asyncApi(type.topic().service())
                .at("/components/messages/" + type.record().getSimpleName());
    }

    private static List<EventType<?>> of(Topic topic) {
        return EventTypes.all().stream()
                .filter(type -> type.topic().equals(topic))
                .toList();
    }

    private static String address(JsonNode channel) {
        return channel.path("address").asText();
    }

    /** As the usual renderers name a heading. */
    private static String anchor(EventType<?> type) {
        return type.name().replace(".", "") + "-v" + type.version();
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private void row(String... cells) {
        page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
