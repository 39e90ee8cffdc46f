package dev.vouch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** A document that differs from a good one in exactly one place. */
record Mutation(String what, JsonNode result) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Map<String, JsonNode> OTHER_VALUES = otherValues();
    private static final int MORE_THAN_ANY_LIST = 501;

    static List<Mutation> of(JsonNode document) {
        var mutations = new ArrayList<Mutation>();
        mutate(document, document, "", mutations);
        return mutations;
    }

    /**
     * The last value that a limit of the schema allows, and the first that it does not.
     *
     * @param shared the definitions that the schema refers to
     */
    static List<Mutation> atTheLimits(JsonNode schema, JsonNode shared, JsonNode document) {
        var mutations = new ArrayList<Mutation>();
        new Limits(schema, shared, document, mutations).of(schema, document, "");
        return mutations;
    }

    private record Limits(JsonNode schema, JsonNode shared, JsonNode root, List<Mutation> into) {

        void of(JsonNode object, JsonNode at, String pointer) {
            object.path("properties").properties().forEach(property -> {
                var name = property.getKey();
                if (at.has(name)) {
                    values(resolved(property.getValue()), at.path(name), pointer, name);
                }
            });
        }

        private void values(JsonNode shape, JsonNode at, String pointer, String name) {
            limit(shape, "maxLength", max -> {
                put(pointer, name, NODES.textNode("x".repeat((int) max)));
                put(pointer, name, NODES.textNode("x".repeat((int) max + 1)));
            });
            limit(shape, "minimum", min -> {
                put(pointer, name, NODES.numberNode(min));
                put(pointer, name, NODES.numberNode(min - 1));
            });
            limit(shape, "maximum", max -> {
                put(pointer, name, NODES.numberNode(max));
                put(pointer, name, NODES.numberNode(max + 1));
            });
            if (!at.isEmpty()) {
                limit(shape, "maxItems", max -> {
                    put(pointer, name, repeated(at.get(0), max));
                    put(pointer, name, repeated(at.get(0), max + 1));
                });
            }
            var item = resolved(shape.path("items"));
            limit(item, "maxLength", max -> {
                put(pointer, name, NODES.arrayNode().add("x".repeat((int) max)));
                put(pointer, name, NODES.arrayNode().add("x".repeat((int) max + 1)));
            });
            of(shape, at, pointer + "/" + name);
            of(item, at.path(0), pointer + "/" + name + "/0");
        }

        private JsonNode resolved(JsonNode shape) {
            var one = shape.has("anyOf") ? shape.path("anyOf").get(0) : shape;
            var reference = one.path("$ref").asText();
            var fragment = reference.substring(reference.indexOf('#') + 1);
            return reference.isEmpty() ? one : (reference.startsWith("#") ? schema : shared).at(fragment);
        }

        private static void limit(JsonNode shape, String keyword, LongConsumer values) {
            if (shape.has(keyword)) {
                values.accept(shape.path(keyword).asLong());
            }
        }

        private static ArrayNode repeated(JsonNode item, long times) {
            var list = NODES.arrayNode();
            for (var i = 0; i < times; i++) {
                list.add(item.deepCopy());
            }
            return list;
        }

        private void put(String pointer, String name, JsonNode value) {
            into.add(changed(root, pointer, name + " at its limit", parent -> ((ObjectNode) parent).set(name, value)));
        }
    }

    private static void mutate(JsonNode root, JsonNode at, String pointer, List<Mutation> into) {
        if (at instanceof ObjectNode object) {
            into.add(changed(
                    root,
                    pointer,
                    "an unknown property",
                    parent -> ((ObjectNode) parent).put("propertyOfTheFuture", 1)));
            object.fieldNames().forEachRemaining(name -> {
                into.add(changed(root, pointer, "without " + name, parent -> ((ObjectNode) parent).remove(name)));
                OTHER_VALUES.forEach((what, value) -> into.add(changed(
                        root,
                        pointer,
                        name + " " + what,
                        parent -> ((ObjectNode) parent).set(name, value.deepCopy()))));
                mutate(root, object.get(name), pointer + "/" + name, into);
            });
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            into.add(changed(root, pointer, "too many items", parent -> {
                while (parent.size() < MORE_THAN_ANY_LIST) {
                    ((ArrayNode) parent).add(array.get(0).deepCopy());
                }
            }));
            OTHER_VALUES.forEach((what, value) -> into.add(changed(
                    root, pointer, "first item " + what, parent -> ((ArrayNode) parent).set(0, value.deepCopy()))));
            mutate(root, array.get(0), pointer + "/0", into);
        }
    }

    private static Mutation changed(JsonNode root, String pointer, String what, Consumer<JsonNode> change) {
        var copy = root.deepCopy();
        change.accept(copy.at(pointer));
        return new Mutation(pointer + ": " + what, copy);
    }

    private static Map<String, JsonNode> otherValues() {
        var values = new LinkedHashMap<String, JsonNode>();
        values.put("null", NODES.nullNode());
        values.put("true", NODES.booleanNode(true));
        values.put("zero", NODES.numberNode(0));
        values.put("negative", NODES.numberNode(-1));
        values.put("a fraction", NODES.numberNode(1.5));
        values.put("101", NODES.numberNode(101));
        values.put("beyond an int", NODES.numberNode(3_000_000_000L));
        values.put("beyond 2^53", NODES.numberNode(9_007_199_254_740_993L));
        values.put("empty text", NODES.textNode(""));
        values.put("a number as text", NODES.textNode("7"));
        values.put("lower-case text", NODES.textNode("somethingelse"));
        values.put("upper-case text", NODES.textNode("SOMETHING_ELSE"));
        values.put("text with a blank", NODES.textNode("two words"));
        values.put("text beyond the basic plane", NODES.textNode("🌾".repeat(101)));
        values.put("very long text", NODES.textNode("x".repeat(100_001)));
        values.put("a date", NODES.textNode("2026-02-29"));
        values.put("a moment without zone", NODES.textNode("2026-03-01T10:00:00"));
        values.put("a moment elsewhere", NODES.textNode("2026-03-01T10:00:00+01:00"));
        values.put("an object", NODES.objectNode());
        values.put("a list", NODES.arrayNode());
        values.put("a list of null", NODES.arrayNode().add(NODES.nullNode()));
        return values;
    }
}
