package dev.vouch.chassis.event;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.InputStreamSource;
import dev.vouch.contract.EventType;
import dev.vouch.contract.EventTypes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the words of the published schema what is wrong with an event that did not read. */
final class SchemaExplainer {

    private static final int MAX_FAULTS = 5;
    private static final URI SHARED = URI.create("https://vouch.dev/schemas/shared.schema.json");

    private final Map<URI, JsonSchema> schemas = new ConcurrentHashMap<>();

    /** @param otherwise the parser's own words, for a fault that the schema cannot express */
    String explain(EventType<?> type, byte[] data, String otherwise) {
        try {
            var faults = schemas.computeIfAbsent(type.dataschema(), uri -> load(type))
                    .validate(new String(data, StandardCharsets.UTF_8), InputFormat.JSON);
            return faults.isEmpty()
                    ? otherwise
                    : faults.stream()
                            .map(ValidationMessage::getMessage)
                            .sorted()
                            .limit(MAX_FAULTS)
                            .collect(Collectors.joining("; "));
        } catch (RuntimeException beyondTheSchema) {
            return otherwise;
        }
    }

    private static JsonSchema load(EventType<?> type) {
        return JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        builder -> builder.schemaLoaders(loaders -> loaders.add(id -> open(URI.create(id.toString())))))
                .getSchema(
                        SchemaLocation.of(type.dataschema().toString()),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    private static @Nullable InputStreamSource open(URI id) {
        return resourceOf(id)
                .<InputStreamSource>map(
                        resource -> () -> SchemaExplainer.class.getClassLoader().getResourceAsStream(resource))
                .orElse(null);
    }

    private static Optional<String> resourceOf(URI id) {
        return id.equals(SHARED)
                ? Optional.of("vouch/shared.schema.json")
                : EventTypes.all().stream()
                        .filter(type -> type.dataschema().equals(id))
                        .findFirst()
                        .map(EventType::schemaResource);
    }
}
