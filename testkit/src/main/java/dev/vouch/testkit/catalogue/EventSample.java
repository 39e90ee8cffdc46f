package dev.vouch.testkit.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.vouch.contract.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A good event of one type with every field that its schema knows, and the same event with one of them spoiled. */
public final class EventSample {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SHARED = "https://vouch.dev/schemas/shared.schema.json";
    private static final int LONG_TEXT = 10_000;

    private final EventType<?> type;
    private final JsonNode schema;
    private final JsonNode shared;
    private final JsonSchema validator;
    private final ObjectNode data;

    /** @param ids the values of the fields that name something, by the fields' names */
    public EventSample(EventType<?> type, Map<String, String> ids) {
        this.type = type;
        this.schema = read(type.schemaResource());
        this.shared = read("vouch/shared.schema.json");
        this.validator = validator();
        this.data = (ObjectNode) sample(schema);
        ids.forEach((name, id) -> {
            if (data.has(name)) {
                data.put(name, id);
            }
        });
    }

    public EventType<?> type() {
        return type;
    }

    public byte[] bytes() {
        return bytes(data);
    }

    /** What is no JSON is no event either. */
    public boolean isValid(byte[] value) {
        try {
            return validator
                    .validate(new String(value, StandardCharsets.UTF_8), InputFormat.JSON)
                    .isEmpty();
        } catch (IllegalArgumentException notJson) {
            return false;
        }
    }

    /** The same event, and yet another one. */
    byte[] other() {
        var other = data.deepCopy();
        for (var property : data.properties()) {
            if (property.getValue().isIntegralNumber()) {
                return bytes(other.put(property.getKey(), property.getValue().asLong() + 1));
            }
        }
        return bytes(other);
    }

    /** @return events by the name of the field that is spoiled in them */
    public Map<String, byte[]> spoiled(String manner) {
        var events = new LinkedHashMap<String, byte[]>();
        spoil("", data, manner, events);
        return events;
    }

    private void spoil(String name, JsonNode node, String manner, Map<String, byte[]> events) {
        if (node instanceof ObjectNode object) {
            for (var key : List.copyOf(iterable(object))) {
                var old = object.get(key);
                var spoiled = spoiled(manner, old);
                if (manner.equals("missing")) {
                    object.remove(key);
                    events.put(name + key, bytes(data));
                } else if (spoiled != null) {
                    object.set(key, spoiled);
                    events.put(name + key, bytes(data));
                }
                object.set(key, old);
                spoil(name + key + ".", old, manner, events);
            }
        } else if (node instanceof ArrayNode list && !list.isEmpty()) {
            var old = list.get(0);
            var spoiled = spoiled(manner, old);
            if (spoiled != null) {
                list.set(0, spoiled);
                events.put(name + "0", bytes(data));
                list.set(0, old);
            }
            spoil(name + "0.", old, manner, events);
        }
    }

    private static List<String> iterable(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Numbers are spoiled by numbers, texts by texts; null if the manner is not for this value. */
    private static @Nullable JsonNode spoiled(String manner, JsonNode old) {
        if (old.isTextual()) {
            return switch (manner) {
                case "control" -> NODES.textNode("a\u0007b\u0000c");
                case "right-to-left" -> NODES.textNode("a\u202ebc\u200f");
                case "zero-width" -> NODES.textNode("a\u200bb\u200dc\ufeff");
                case "long" -> NODES.textNode("x".repeat(LONG_TEXT));
                case "line-break" -> NODES.textNode("ada@example.org\r\nBcc: eve@example.org");
                case "cjk-line-break" -> NODES.textNode("ada@example.org\u760d\u760aBcc: eve@example.org");
                case "javascript-url" -> NODES.textNode("javascript:alert(1)");
                case "file-url" -> NODES.textNode("file:///etc/passwd");
                case "internal-url" -> NODES.textNode("http://169.254.169.254/latest/meta-data/");
                case "unknown-value" -> NODES.textNode("SOMETHING_OF_THE_FUTURE");
                case "far-time" -> NODES.textNode("+1000000000-01-01T00:00:00Z");
                case "far-date" -> NODES.textNode("+1000000000-01-01");
                case "currency" -> NODES.textNode("XXQ");
                case "lone-surrogate" -> NODES.rawValueNode(new RawValue("\"a\\ud800b\""));
                default -> null;
            };
        }
        if (!old.isNumber() || !Bytes.unescaped(manner).matches("NaN|-?[0-9.]+(e[0-9]+)?|number-as-text")) {
            return null;
        }
        return manner.equals("number-as-text")
                ? NODES.textNode(old.asText())
                : NODES.rawValueNode(new RawValue(Bytes.unescaped(manner)));
    }

    private JsonNode sample(JsonNode unresolved) {
        var described = resolved(unresolved);
        var example = unresolved.path("examples").path(0);
        if (described.has("properties")) {
            var object = NODES.objectNode();
            described
                    .path("properties")
                    .properties()
                    .forEach(each -> object.set(each.getKey(), sample(each.getValue())));
            return object;
        }
        if (described.has("items") && resolved(described.path("items")).has("properties")) {
            return NODES.arrayNode().add(sample(described.path("items")));
        }
        return example.isMissingNode() ? described.path("examples").path(0) : example;
    }

    private JsonNode resolved(JsonNode part) {
        var reference = part.path("$ref").asText();
        if (reference.startsWith(SHARED + "#")) {
            return shared.at(reference.substring(SHARED.length() + 1));
        }
        return reference.startsWith("#") ? schema.at(reference.substring(1)) : part;
    }

    private JsonSchema validator() {
        var texts = Map.of(SHARED, shared.toString(), type.dataschema().toString(), schema.toString());
        return JsonSchemaFactory.getInstance(
                        VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(texts)))
                .getSchema(
                        SchemaLocation.of(type.dataschema().toString()),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    private static JsonNode read(String resource) {
        try (var in = EventType.class.getClassLoader().getResourceAsStream(resource)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
