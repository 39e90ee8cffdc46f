package dev.vouch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a schema may not change within one version of its type. Free are texts, examples, new optional fields, new known values of
 * open enumerations and wider ranges; everything else needs a new version beside the old one.
 */
final class SchemaDiff {

    private static final List<String> UPPER_BOUNDS = List.of("maximum", "maxLength", "maxItems");
    private static final List<String> LOWER_BOUNDS = List.of("minimum", "minLength", "minItems");
    private static final List<String> FIXED = List.of("type", "format", "pattern", "const", "enum");
    private static final String SHARED = "https://vouch.dev/schemas/shared.schema.json";

    private final JsonNode old;
    private final JsonNode now;
    private final JsonNode oldShared;
    private final JsonNode nowShared;
    private final List<String> breaks = new ArrayList<>();

    private SchemaDiff(JsonNode old, JsonNode oldShared, JsonNode now, JsonNode nowShared) {
        this.old = old;
        this.oldShared = oldShared;
        this.now = now;
        this.nowShared = nowShared;
    }

    /** @return each forbidden change with the place of it; empty when there is none */
    static List<String> breaks(JsonNode old, JsonNode oldShared, JsonNode now, JsonNode nowShared) {
        var diff = new SchemaDiff(old, oldShared, now, nowShared);
        diff.compare("$", old, now);
        return diff.breaks;
    }

    private void compare(String at, JsonNode oldPart, JsonNode nowPart) {
        var before = resolve(oldPart, old, oldShared);
        var after = resolve(nowPart, now, nowShared);
        for (var keyword : FIXED) {
            forbid(!before.path(keyword).equals(after.path(keyword)), at, "changed its " + keyword);
        }
        UPPER_BOUNDS.forEach(
                bound -> forbid(isTighter(before.path(bound), after.path(bound), 1), at, "lowered " + bound));
        LOWER_BOUNDS.forEach(
                bound -> forbid(isTighter(before.path(bound), after.path(bound), -1), at, "raised " + bound));
        compareKnownValues(at, before, after);
        compareFields(at, before, after);
        if (before.has("items") || after.has("items")) {
            compare(at + "[]", before.path("items"), after.path("items"));
        }
        compareAlternatives(at, before.path("anyOf"), after.path("anyOf"));
    }

    private void compareKnownValues(String at, JsonNode before, JsonNode after) {
        var values = texts(after.path("x-known-values"));
        texts(before.path("x-known-values"))
                .forEach(value -> forbid(!values.contains(value), at, "no longer knows the value " + value));
        forbid(before.has("x-known-values") != after.has("x-known-values"), at, "opened or closed its enumeration");
    }

    private void compareFields(String at, JsonNode before, JsonNode after) {
        var oldRequired = texts(before.path("required"));
        var nowRequired = texts(after.path("required"));
        before.path("properties").fieldNames().forEachRemaining(field -> {
            var place = at + "." + field;
            if (after.path("properties").has(field)) {
                compare(
                        place,
                        before.path("properties").path(field),
                        after.path("properties").path(field));
            } else {
                breaks.add(place + " is gone");
            }
        });
        var all = new TreeSet<>(oldRequired);
        all.addAll(nowRequired);
        for (var field : all) {
            forbid(!oldRequired.contains(field), at + "." + field, "became required");
            forbid(!nowRequired.contains(field), at + "." + field, "is no longer required");
        }
    }

    private void compareAlternatives(String at, JsonNode before, JsonNode after) {
        forbid(before.size() != after.size(), at, "changed its alternatives");
        for (int n = 0; n < Math.min(before.size(), after.size()); n++) {
            compare(at + "|" + n, before.path(n), after.path(n));
        }
    }

    private void forbid(boolean broken, String at, String what) {
        if (broken) {
            breaks.add(at + " " + what);
        }
    }

    /** @param sign 1 for an upper bound, -1 for a lower one; a bound that was not there before is tighter */
    private static boolean isTighter(JsonNode before, JsonNode after, int sign) {
        if (after.isMissingNode()) {
            return false;
        }
        return before.isMissingNode() || sign * after.decimalValue().compareTo(before.decimalValue()) < 0;
    }

    /** A reference with the keywords beside it; what stands here wins over what is referred to. */
    private static JsonNode resolve(JsonNode part, JsonNode root, JsonNode shared) {
        if (!part.has("$ref")) {
            return part.isMissingNode() ? MissingNode.getInstance() : part;
        }
        var reference = part.path("$ref").asText();
        var document = reference.startsWith(SHARED) ? shared : root;
        var target = resolve(document.at(reference.substring(reference.indexOf('#') + 1)), document, shared);
        var merged = ((ObjectNode) target).deepCopy();
        part.properties().forEach(each -> merged.set(each.getKey(), each.getValue()));
        merged.remove("$ref");
        return merged;
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new HashSet<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
