package dev.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever built on a release still understands today's events, and today's consumers understand those of every release.
 * {@code src/test/released/<version>} keeps the contract as it was released; nothing there is ever edited.
 */
class CompatibilityTest {

    private static final Path RELEASED = Path.of("src/test/released");
    private static final String SHARED = "shared.schema.json";

    /** Each schema of each release, with the folder it has below its root. */
    static Stream<Arguments> releasedSchemas() throws IOException {
        return find("schema.json")
                .map(file -> Arguments.of(release(file), inRelease(file).getParent()));
    }

    static Stream<Arguments> releasedExamples() throws IOException {
        return find(null)
                .filter(file -> file.getParent().endsWith("examples"))
                .map(file -> Arguments.of(release(file), inRelease(file)));
    }

    @ParameterizedTest
    @MethodSource("releasedSchemas")
    void a_schema_changes_only_what_hurts_nobody(Path release, Path folder) {
        var breaks = SchemaDiff.breaks(
                ContractFiles.json(release.resolve(folder).resolve("schema.json")),
                ContractFiles.json(release.resolve(SHARED)),
                ContractFiles.json(ContractFiles.ROOT.resolve(folder).resolve("schema.json")),
                ContractFiles.json(ContractFiles.ROOT.resolve(SHARED)));

        assertThat(breaks).as("%s: a new version beside it is needed", folder).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("releasedExamples")
    void a_released_example_stays_as_it_is_and_is_read_today(Path release, Path example) throws IOException {
        var today = ContractFiles.ROOT.resolve(example);
        var type = typeIn(example.getParent().getParent());
        var released = ContractFiles.json(release.resolve(example));

        assertThat(today).as("examples are only added").hasSameTextualContentAs(release.resolve(example));
        assertThat(ContractFiles.schema(type).validate(released)).isEmpty();
        assertThat(StrictJson.MAPPER.treeToValue(released, type.record())).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("releasedSchemas")
    void todays_examples_are_understood_by_whoever_knows_the_release(Path release, Path folder) {
        var schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaMappers(
                        mappers -> mappers.mapPrefix("https://vouch.dev/schemas/shared", release.toUri() + "shared")));
        var schema =
                schemas.getSchema(ContractFiles.json(release.resolve(folder).resolve("schema.json")));

        for (var example : ContractFiles.exampleFiles(typeIn(folder))) {
            assertThat(schema.validate(ContractFiles.json(example)))
                    .as("%s", example)
                    .isEmpty();
        }
    }

    @Test
    void a_topic_keeps_its_partitions_and_what_it_keeps() {
        for (var release : ContractFiles.list(RELEASED)) {
            for (var service : ContractFiles.SERVICES) {
                var today = bindings(ContractFiles.asyncApi(service));
                bindings(ContractFiles.yaml(release.resolve(service + ".asyncapi.yaml")))
                        .forEach((topic, released) -> keeps(topic, today.get(topic), released));
            }
        }
    }

    /** A setting may be added, none may change. */
    private static void keeps(String topic, JsonNode today, JsonNode released) {
        assertThat(today).as(topic).isNotNull();
        assertThat(today.path("partitions")).as(topic).isEqualTo(released.path("partitions"));
        assertThat(today.path("topicConfiguration").properties())
                .as(topic)
                .containsAll(released.path("topicConfiguration").properties());
    }

    private static Map<String, JsonNode> bindings(JsonNode document) {
        var bindings = new HashMap<String, JsonNode>();
        document.path("channels").forEach(channel -> {
            var kafka = channel.path("bindings").path("kafka");
            if (!kafka.isMissingNode()) {
                bindings.put(channel.path("address").asText(), kafka);
            }
        });
        assertThat(bindings).isNotEmpty();
        return bindings;
    }

    private static EventType<?> typeIn(Path folder) {
        return EventTypes.all().stream()
                .filter(type -> ContractFiles.folder(type).equals(ContractFiles.ROOT.resolve(folder)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(folder + " was released and is gone"));
    }

    private static Stream<Path> find(String name) throws IOException {
        return Files.walk(RELEASED)
                .filter(Files::isRegularFile)
                .filter(file -> name == null || file.endsWith(name))
                .sorted();
    }

    private static Path release(Path file) {
        return RELEASED.resolve(RELEASED.relativize(file).getName(0));
    }

    private static Path inRelease(Path file) {
        return release(file).relativize(file);
    }
}
