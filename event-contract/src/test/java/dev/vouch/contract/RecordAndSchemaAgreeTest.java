package dev.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordAndSchemaAgreeTest {

    static Stream<EventType<?>> events() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatever_is_done_to_an_example_both_accept_or_both_refuse_it(EventType<?> type) {
        for (var file : ContractFiles.exampleFiles(type)) {
            Mutation.of(ContractFiles.json(file)).forEach(mutation -> agree(type, file, mutation));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_limit_is_the_same_on_both_sides(EventType<?> type) {
        var schema = ContractFiles.json(ContractFiles.schemaFile(type));
        var shared = ContractFiles.json(ContractFiles.ROOT.resolve("shared.schema.json"));
        for (var file : ContractFiles.exampleFiles(type)) {
            Mutation.atTheLimits(schema, shared, ContractFiles.json(file))
                    .forEach(mutation -> agree(type, file, mutation));
        }
    }

    @Test
    void the_mutations_are_refused_and_accepted_often_enough_to_prove_something() {
        var type = EventTypes.all().get(0);
        var schema = ContractFiles.schema(type);
        var mutations = ContractFiles.exampleFiles(type).stream()
                .flatMap(file -> Mutation.of(ContractFiles.json(file)).stream())
                .toList();

        assertThat(mutations).filteredOn(one -> accepts(schema, one.result())).hasSizeGreaterThan(20);
        assertThat(mutations).filteredOn(one -> !accepts(schema, one.result())).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("events")
    void components_and_properties_have_the_same_names_in_the_same_order(EventType<?> type) {
        var schema = ContractFiles.json(ContractFiles.schemaFile(type));
        compare(schema, schema, type.record());
    }

    private static void agree(EventType<?> type, Path file, Mutation mutation) {
        var faults = ContractFiles.schema(type).validate(mutation.result());
        var refusal = refusalOfRecord(type, mutation.result());
        assertThat(refusal == null)
                .as("%s with %s%nschema: %s%nrecord: %s", file, mutation.what(), faults, refusal)
                .isEqualTo(faults.isEmpty());
    }

    private static void compare(JsonNode root, JsonNode object, Class<?> record) {
        var components = record.getRecordComponents();
        assertThat(object.path("properties").fieldNames())
                .toIterable()
                .as(record.getName())
                .containsExactlyElementsOf(
                        Arrays.stream(components).map(RecordComponent::getName).toList());
        for (var component : components) {
            var property = object.path("properties").path(component.getName());
            var shape = property.has("items") ? property.path("items") : property;
            var type = itemType(component);
            if (type.isRecord()) {
                compare(root, root.at(shape.path("$ref").asText().substring(1)), type);
            } else if (type.isEnum() && type != Platform.class) {
                var known = Arrays.stream(type.getEnumConstants())
                        .map(Object::toString)
                        .filter(value -> !value.equals("UNKNOWN"))
                        .toList();
                assertThat(shape.path("x-known-values"))
                        .as("%s.%s", record.getName(), component.getName())
                        .extracting(JsonNode::asText)
                        .containsExactlyElementsOf(known);
            }
        }
    }

    private static Class<?> itemType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }

    private static boolean accepts(JsonSchema schema, JsonNode event) {
        return schema.validate(event).isEmpty();
    }

    private static String refusalOfRecord(EventType<?> type, JsonNode event) {
        try {
            StrictJson.MAPPER.readValue(event.toString(), type.record());
            return null;
        } catch (JsonProcessingException refusal) {
            return refusal.getMessage();
        }
    }
}
