package dev.vouch.discovery.intake.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.discovery.intake.domain.Mapping;
import dev.vouch.discovery.intake.domain.Mapping.Condition;
import dev.vouch.discovery.intake.domain.Mapping.Conversion;
import dev.vouch.discovery.intake.domain.Mapping.FieldRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns rows into the JSON of an observation, as a mapping says. */
public final class RowMapper {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final Pattern HASHTAG = Pattern.compile("#([\\p{L}\\p{M}\\p{N}_]+)");
    private static final Pattern MENTION = Pattern.compile("@([\\p{L}\\p{N}_.]*[\\p{L}\\p{N}_])");
    private static final int MOST_TAGS = 200;

    private final Mapping mapping;

    /** What a row came to; one of the two is there. */
    public record Mapped(
            @Nullable ObjectNode observation, @Nullable Reason refusal) {}

    public RowMapper(Mapping mapping) {
        this.mapping = mapping;
    }

    public Mapped map(Row row) {
        var values = row.values();
        if (values == null) {
            return new Mapped(null, row.fault());
        }
        for (var rule : mapping.refuse()) {
            if (rule.unless().stream().noneMatch(condition -> holds(condition, values))) {
                return new Mapped(null, Reason.of(rule.code()));
            }
        }
        try {
            var observation = JSON.objectNode();
            mapping.constants().forEach(observation::put);
            addFields(observation, mapping.fields(), values);
            return new Mapped(observation, null);
        } catch (WrongType wrong) {
            return new Mapped(null, wrong.reason);
        }
    }

    private void addFields(ObjectNode target, Map<String, FieldRule> fields, JsonNode values) {
        fields.forEach((name, rule) -> {
            if (rule.when() != null && !holds(rule.when(), values)) {
                return;
            }
            var value = value(name, rule, values);
            if (value != null && !value.isNull() && !(value.isArray() && value.isEmpty())) {
                target.set(name, value);
            }
        });
    }

    private @Nullable JsonNode value(String name, FieldRule rule, JsonNode values) {
        if (rule.template() != null) {
            return fill(rule.template(), values);
        }
        var as = rule.as() == null ? Conversion.TEXT : rule.as();
        return switch (as) {
            case LIST, LANGUAGES, ADDRESSES, HASHTAGS, MENTIONS -> list(rule, as, values);
            case OBJECTS -> objects(rule, values);
            case PRESENT -> JSON.booleanNode(rule.from().stream().anyMatch(each -> says(at(values, each))));
            case AS_IS -> first(rule, values);
            default -> single(name, rule, as, values);
        };
    }

    private @Nullable JsonNode single(String name, FieldRule rule, Conversion as, JsonNode values) {
        var found = first(rule, values);
        if (found == null) {
            return null;
        }
        var text = found.asText().strip();
        if (rule.equalTo() != null) {
            return JSON.booleanNode(text.equals(rule.equalTo()));
        }
        if (rule.values() != null) {
            var meant = rule.values().getOrDefault(text, rule.otherwise());
            return meant == null ? null : TextNode.valueOf(meant);
        }
        try {
            return switch (as) {
                case WHOLE_NUMBER -> number(found, rule);
                case TIME -> TextNode.valueOf(Cells.time(text).toString());
                case FLAG -> JSON.booleanNode(found.isBoolean() ? found.booleanValue() : Cells.flag(text));
                case HANDLE -> TextNode.valueOf(Cells.handle(text));
                case COUNTRY -> TextNode.valueOf(Cells.country(text));
                case CODE -> TextNode.valueOf(text.toUpperCase(Locale.ROOT));
                default -> TextNode.valueOf(text);
            };
        } catch (Cells.NotConvertible | ArithmeticException wrong) {
            throw new WrongType(Reason.of(
                    "import.wrong-type",
                    "field",
                    name,
                    "column",
                    String.join(", ", rule.from()),
                    "expected",
                    as.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static @Nullable JsonNode number(JsonNode found, FieldRule rule) {
        var number = found.isIntegralNumber() ? found.longValue() : Cells.wholeNumber(found.asText());
        return number == 0 && Boolean.TRUE.equals(rule.zeroIsMissing()) ? null : JSON.numberNode(number);
    }

    private static ArrayNode list(FieldRule rule, Conversion as, JsonNode values) {
        var list = JSON.arrayNode();
        for (var text : texts(rule, as, values)) {
            if (list.size() < MOST_TAGS) {
                list.add(item(rule, as, text));
            }
        }
        return list;
    }

    private static JsonNode item(FieldRule rule, Conversion as, String text) {
        return switch (as) {
            case LANGUAGES -> TextNode.valueOf(text.toLowerCase(Locale.ROOT));
            case ADDRESSES ->
                JSON.objectNode()
                        .put("address", text)
                        .put("foundIn", rule.foundIn() == null ? "import" : rule.foundIn());
            default -> TextNode.valueOf(text);
        };
    }

    private static List<String> texts(FieldRule rule, Conversion as, JsonNode values) {
        var texts = new ArrayList<String>();
        for (var from : rule.from()) {
            var found = at(values, from);
            if (as == Conversion.HASHTAGS || as == Conversion.MENTIONS) {
                var tags = (as == Conversion.HASHTAGS ? HASHTAG : MENTION).matcher(found.asText(""));
                while (tags.find()) {
                    texts.add(tags.group(1));
                }
            } else if (found.isArray()) {
                found.forEach(each -> addText(texts, each.asText("")));
            } else if (says(found)) {
                var separator = rule.separator() == null ? "|" : rule.separator();
                for (var part : found.asText().split(Pattern.quote(separator))) {
                    addText(texts, part);
                }
            }
        }
        return texts.stream().distinct().toList();
    }

    private static void addText(List<String> texts, String cell) {
        var text = Cells.orNull(cell);
        if (text != null) {
            texts.add(text);
        }
    }

    private ArrayNode objects(FieldRule rule, JsonNode values) {
        var objects = JSON.arrayNode();
        var each = rule.each();
        if (each != null) {
            for (var item : at(values, rule.from().get(0))) {
                var object = JSON.objectNode();
                addFields(object, each, item);
                objects.add(object);
            }
        }
        return objects;
    }

    private static @Nullable JsonNode fill(String template, JsonNode values) {
        var names = PLACEHOLDER.matcher(template);
        var text = new StringBuilder();
        while (names.find()) {
            var found = at(values, names.group(1));
            if (!says(found)) {
                return null;
            }
            names.appendReplacement(text, java.util.regex.Matcher.quoteReplacement(found.asText()));
        }
        return TextNode.valueOf(names.appendTail(text).toString());
    }

    private static boolean holds(Condition condition, JsonNode values) {
        var text = at(values, condition.text());
        var part = at(values, condition.contains());
        return says(text) && says(part) && text.asText().contains(part.asText());
    }

    private static @Nullable JsonNode first(FieldRule rule, JsonNode values) {
        for (var from : rule.from()) {
            var found = at(values, from);
            if (says(found)) {
                return found;
            }
        }
        return null;
    }

    private static boolean says(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        return value.isTextual() ? !Cells.isMissing(value.textValue()) : !value.isContainerNode() || !value.isEmpty();
    }

    /** A column of that name, or else a path with dots into an object. */
    private static JsonNode at(JsonNode values, String path) {
        var direct = values.get(path);
        if (direct != null || path.indexOf('.') < 0) {
            return direct == null ? MissingNode.getInstance() : direct;
        }
        var node = values;
        for (var name : path.split("\\.")) {
            node = node.path(name);
        }
        return node;
    }

    private static final class WrongType extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Reason reason;

        WrongType(Reason reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }
}
