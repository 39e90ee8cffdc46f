package dev.vouch.testkit.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The fields of a request's body as its OpenAPI schema has them, and bodies in which one of them is spoiled. */
public final class BodyFields {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final int TEXT_WITHOUT_LIMIT = 100_000;
    private static final int LIST_WITHOUT_LIMIT = 1_000;
    private static final List<String> SCALARS = List.of("string", "integer", "number", "boolean");

    private record Field(String name, JsonNode schema, Function<JsonNode, JsonNode> placed) {}

    private final JsonNode document;
    private final List<Field> fields = new ArrayList<>();
    private final JsonNode root;

    /** @param body the schema of the whole body */
    public BodyFields(JsonNode document, JsonNode body) {
        this.document = document;
        this.root = resolved(body);
        collect("", root, value -> value, 0);
    }

    /** @return bodies by the name of what is spoiled in them; empty if the kind fits no field of this body */
    public Map<String, String> spoiled(String kind) {
        var bodies = new LinkedHashMap<String, String>();
        switch (kind) {
            case "long-list" -> bodies.putAll(longLists());
            case "all-null" -> bodies.put("everything", everythingNull());
            case "twice" ->
                root.path("properties").properties().stream()
                        .limit(1)
                        .forEach(first -> bodies.put(
                                first.getKey(),
                                "{\"%1$s\":%2$s,\"%1$s\":%2$s}"
                                        .formatted(first.getKey(), sample(first.getValue(), 0))));
            default ->
                fields.forEach(field -> values(kind, field.schema())
                        .forEach(value -> bodies.put(
                                field.name() + " = " + shortened(value),
                                field.placed().apply(value).toString())));
        }
        return bodies;
    }

    private static List<JsonNode> values(String kind, JsonNode schema) {
        boolean isNumber = is(schema, "integer") || is(schema, "number");
        return switch (kind) {
            case "number-as-text" -> isNumber ? List.of(JSON.textNode("1")) : List.of();
            case "overflow" -> is(schema, "integer") ? raw("9223372036854775808", "-99999999999999999999") : List.of();
            case "strange-number" -> isNumber ? raw("NaN", "1e400", "Infinity", "0x1F") : List.of();
            case "impossible-date" ->
                schema.path("format").asText().startsWith("date")
                        ? List.of(
                                JSON.textNode("2026-02-30"),
                                JSON.textNode("+1000000000-01-01T00:00:00Z"),
                                JSON.numberNode(1))
                        : List.of();
            case "long-text" ->
                isFreeText(schema)
                        ? List.of(JSON.textNode(
                                "x".repeat(schema.path("maxLength").asInt(TEXT_WITHOUT_LIMIT) + 1)))
                        : List.of();
            case "other-shape" -> otherShape(schema);
            default -> List.of();
        };
    }

    private static List<JsonNode> otherShape(JsonNode schema) {
        if (is(schema, "array")) {
            return List.of(JSON.objectNode().put("a", 1), JSON.textNode("x"));
        }
        if (SCALARS.stream().anyMatch(scalar -> is(schema, scalar))) {
            return List.of(JSON.objectNode().put("a", 1), JSON.arrayNode().add(1));
        }
        return is(schema, "object") ? List.of(JSON.arrayNode().add(1), JSON.textNode("x")) : List.of();
    }

    private static List<JsonNode> raw(String... numbers) {
        var values = new ArrayList<JsonNode>();
        for (var number : numbers) {
            values.add(JSON.rawValueNode(new RawValue(number)));
        }
        return values;
    }

    private void collect(String name, JsonNode schema, Function<JsonNode, JsonNode> placed, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (!name.isEmpty()) {
            fields.add(new Field(name, schema, placed));
        }
        schema.path("properties").properties().forEach(property -> {
            var key = property.getKey();
            collect(
                    name.isEmpty() ? key : name + "." + key,
                    resolved(property.getValue()),
                    value -> placed.apply(JSON.objectNode().set(key, value)),
                    depth + 1);
        });
        if (schema.has("items")) {
            collect(
                    name + "[0]",
                    resolved(schema.path("items")),
                    value -> placed.apply(JSON.arrayNode().add(value)),
                    depth + 1);
        }
    }

    /** Lists longer than their limit, of items that would be welcome one by one. */
    private Map<String, String> longLists() {
        var bodies = new LinkedHashMap<String, String>();
        for (var field : fields) {
            if (is(field.schema(), "array")) {
                var list = JSON.arrayNode();
                var item = sample(resolved(field.schema().path("items")), 0);
                int limit = field.schema().path("maxItems").asInt(LIST_WITHOUT_LIMIT);
                for (int i = 0; i <= limit; i++) {
                    list.add(item);
                }
                bodies.put(field.name(), field.placed().apply(list).toString());
            }
        }
        return bodies;
    }

    private String everythingNull() {
        ObjectNode body = JSON.objectNode();
        root.path("properties").fieldNames().forEachRemaining(body::putNull);
        return body.toString();
    }

    private JsonNode sample(JsonNode unresolved, int depth) {
        var schema = resolved(unresolved);
        if (depth > DEEPEST) {
            return JSON.nullNode();
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        if (is(schema, "object")) {
            var object = JSON.objectNode();
            schema.path("properties")
                    .properties()
                    .forEach(property -> object.set(property.getKey(), sample(property.getValue(), depth + 1)));
            return object;
        }
        if (is(schema, "array")) {
            return JSON.arrayNode().add(sample(schema.path("items"), depth + 1));
        }
        if (is(schema, "integer") || is(schema, "number")) {
            return JSON.numberNode(schema.path("minimum").asInt(1));
        }
        if (is(schema, "boolean")) {
            return JSON.booleanNode(true);
        }
        return JSON.textNode(
                switch (schema.path("format").asText()) {
                    case "date" -> "2026-03-01";
                    case "date-time" -> "2026-03-01T08:00:00Z";
                    default -> "x";
                });
    }

    private static boolean isFreeText(JsonNode schema) {
        return is(schema, "string") && !schema.has("enum") && !schema.has("format");
    }

    private static boolean is(JsonNode schema, String type) {
        var types = schema.path("type");
        return types.isArray()
                ? StreamSupport.stream(types.spliterator(), false)
                        .anyMatch(each -> each.asText().equals(type))
                : types.asText().equals(type);
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return resolved(document.at(schema.path("$ref").asText().substring(1)));
        }
        for (var choice : List.of("allOf", "anyOf", "oneOf")) {
            for (var option : schema.path(choice)) {
                if (!is(option, "null")) {
                    return resolved(option);
                }
            }
        }
        return schema;
    }

    private static String shortened(JsonNode value) {
        var text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }
}
