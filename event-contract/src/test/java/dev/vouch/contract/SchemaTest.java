package dev.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {

    /** Text in facts is kept for ever. This is what the team or the data set itself calls things, never about a person. */
    private static final Set<String> TEXT_IN_FACTS = Set.of(
            "campaign.launched name",
            "campaign.launched product",
            "campaign.launched brief.topics.word",
            "campaign.launched brief.categories",
            "campaign.launched brief.wordsToAvoid",
            "campaign.launched brief.competitors",
            "campaign.launched kpis.unit",
            "campaign.launched kpis.measuringRule",
            "kpi.measured kpis.unit",
            "influencer.updated categories",
            "longlist.entry-added categoryMatched",
            "longlist.entry-added topics.topic",
            "influencer.scored metrics.unit",
            "shortlist.approved approvedBy");

    static Stream<EventType<?>> events() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_schema_is_valid_and_named_as_its_event(EventType<?> type) {
        var schema = ContractFiles.json(ContractFiles.schemaFile(type));

        assertThat(ContractFiles.metaSchema().validate(schema)).isEmpty();
        assertThat(schema.path("$id").asText()).isEqualTo(type.dataschema().toString());
        assertThat(schema.path("title").asText()).isEqualTo(type.name());
        assertThat(schema.path("description").asText()).isNotBlank();
    }

    @Test
    void the_shared_definitions_are_valid_and_each_is_described_by_an_example() {
        var shared = ContractFiles.json(ContractFiles.ROOT.resolve("shared.schema.json"));

        assertThat(ContractFiles.metaSchema().validate(shared)).isEmpty();
        assertThat(shared.path("$id").asText()).isEqualTo("https://vouch.dev/schemas/shared.schema.json");
        shared.path("$defs").forEach(definition -> {
            assertThat(definition.path("description").asText())
                    .as("%s", definition)
                    .isNotBlank();
            if (!definition.has("properties")) {
                assertThat(definition.path("examples")).as("%s", definition).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_field_has_a_description_and_a_valid_example(EventType<?> type) {
        eachProperty(type, (pointer, property) -> {
            assertThat(property.path("description").asText()).as(pointer).isNotBlank();
            assertThat(property.path("examples")).as(pointer).isNotEmpty();
            var part = ContractFiles.part(type, pointer);
            property.path("examples")
                    .forEach(example -> assertThat(part.validate(example))
                            .as("%s: %s", pointer, example)
                            .isEmpty());
        });
    }

    @ParameterizedTest
    @MethodSource("events")
    void each_schema_is_open(EventType<?> type) {
        var schema = ContractFiles.json(ContractFiles.schemaFile(type));

        assertThat(schema.findValues("additionalProperties")).isEmpty();
        assertThat(schema.findValues("unevaluatedProperties")).isEmpty();
        assertThat(schema.findValues("enum")).isEmpty();
        assertThat(schema.findValues("const")).isEmpty();
    }

    @Test
    void facts_carry_no_text_but_what_the_team_wrote_itself() {
        var text = new TreeSet<String>();
        for (var type : EventTypes.all()) {
            if (type.topic().kind() != Topic.Kind.OBSERVATIONS) {
                collectText(type, ContractFiles.json(ContractFiles.schemaFile(type)), "", text);
            }
        }

        assertThat(text).isEqualTo(new TreeSet<>(TEXT_IN_FACTS));
    }

    @Test
    void each_folder_is_an_event_of_the_table() {
        var folders = new ArrayList<Path>();
        for (var service : ContractFiles.SERVICES) {
            folders.addAll(ContractFiles.list(ContractFiles.ROOT.resolve(service)));
        }

        assertThat(folders)
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.all().stream().map(ContractFiles::folder).toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void record_folder_and_type_are_named_alike(EventType<?> type) throws Exception {
        var simpleName = new StringBuilder();
        for (var word : type.name().split("[.-]")) {
            simpleName.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }

        assertThat(type.record().getName())
                .isEqualTo("dev.vouch.contract." + type.topic().service() + "." + simpleName + "V" + type.version());
        try (var schema = type.openSchema()) {
            assertThat(schema.readAllBytes()).isEqualTo(Files.readAllBytes(ContractFiles.schemaFile(type)));
        }
        assertThat(EventTypes.find(type.type())).contains(type);
        assertThat(EventTypes.of(type.record())).isEqualTo(type);
    }

    private static void eachProperty(EventType<?> type, BiConsumer<String, JsonNode> each) {
        var schema = ContractFiles.json(ContractFiles.schemaFile(type));
        var objects = new ArrayList<String>(List.of(""));
        schema.path("$defs").fieldNames().forEachRemaining(name -> objects.add("/$defs/" + name));
        for (var object : objects) {
            schema.at(object + "/properties")
                    .properties()
                    .forEach(property -> each.accept(object + "/properties/" + property.getKey(), property.getValue()));
        }
    }

    private static void collectText(EventType<?> type, JsonNode object, String path, Set<String> text) {
        var schema = ContractFiles.json(ContractFiles.schemaFile(type));
        object.path("properties").properties().forEach(property -> {
            var name = path + property.getKey();
            var value = property.getValue();
            var shape = value.has("items") ? value.path("items") : value;
            var reference = shape.path("$ref").asText("");
            if (reference.startsWith("#")) {
                collectText(type, schema.at(reference.substring(1)), name + ".", text);
            } else if (shape.path("type").toString().contains("\"string\"")
                    && !shape.has("pattern")
                    && !shape.has("format")
                    && !shape.has("x-known-values")) {
                text.add(type.name() + " " + name);
            }
        });
    }
}
