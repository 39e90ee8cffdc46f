package dev.vouch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The contract's files as they lie in the source tree. */
final class ContractFiles {

    static final Path ROOT = Path.of("src/main/resources/vouch");
    static final List<String> SERVICES = List.of("discovery", "scoring", "outreach", "campaign");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://vouch.dev/schemas/shared", "classpath:vouch/shared")));
    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private static final Map<EventType<?>, JsonSchema> READ = new ConcurrentHashMap<>();

    private ContractFiles() {}

    static Path folder(EventType<?> type) {
        return ROOT.resolve(type.topic().service()).resolve(type.name() + ".v" + type.version());
    }

    static Path schemaFile(EventType<?> type) {
        return folder(type).resolve("schema.json");
    }

    static List<Path> exampleFiles(EventType<?> type) {
        return list(folder(type).resolve("examples"));
    }

    static JsonSchema schema(EventType<?> type) {
        return READ.computeIfAbsent(type, any -> SCHEMAS.getSchema(json(schemaFile(type)), FORMATS_COUNT));
    }

    /** A part of a schema, with the references of the whole. */
    static JsonSchema part(EventType<?> type, String pointer) {
        return schema(type).getSubSchema(SchemaLocation.of("#" + pointer).getFragment());
    }

    static JsonSchema metaSchema() {
        return SCHEMAS.getSchema(SchemaLocation.of(VersionFlag.V202012.getId()), FORMATS_COUNT);
    }

    static JsonNode asyncApi(String service) {
        return yaml(ROOT.resolve(service + ".asyncapi.yaml"));
    }

    static JsonNode json(Path file) {
        return read(JSON, file);
    }

    static JsonNode yaml(Path file) {
        return read(YAML, file);
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
