package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A brief file in one spelling: defaults filled in, enumerations in the form that the services use. The hash of that form is
 * the campaign's identity, so that the same brief continues its campaign however it is laid out.
 */
record Brief(ObjectNode content) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final List<String> LISTS =
            List.of("categories", "wordsToAvoid", "platforms", "languages", "countries", "accountKinds", "competitors");

    static Brief read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var text = new String(bytes, StandardCharsets.UTF_8);
        var json = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (!(json instanceof ObjectNode brief)) {
            throw new NotPlayed(file + " holds no brief: it is not a JSON object");
        }
        return of(brief.deepCopy());
    }

    static Brief of(ObjectNode brief) {
        topics(brief);
        followers(brief);
        LISTS.stream().filter(name -> !brief.has(name)).forEach(brief::putArray);
        spell(brief, "platforms", text -> text.toLowerCase(Locale.ROOT));
        spell(brief, "languages", text -> text.toLowerCase(Locale.ROOT));
        spell(brief, "countries", text -> text.toUpperCase(Locale.ROOT));
        spell(brief, "accountKinds", text -> text.toUpperCase(Locale.ROOT));
        if (brief.path("currency").isTextual()) {
            brief.put("currency", brief.get("currency").asText().toUpperCase(Locale.ROOT));
        }
        brief.path("kpis").forEach(kpi -> {
            if (kpi instanceof ObjectNode object && object.path("id").isTextual()) {
                object.put(
                        "id",
                        object.get("id")
                                .asText()
                                .toLowerCase(Locale.ROOT)
                                .replace('-', '_')
                                .replace(' ', '_'));
            }
        });
        brief.remove("$schema");
        return new Brief(brief);
    }

    String name() {
        return content.path("name").asText("(without a name)");
    }

    String product() {
        return content.path("product").asText(name());
    }

    String currency() {
        return content.path("currency").asText();
    }

    boolean isGerman() {
        var languages = content.path("languages");
        return languages.isEmpty() || "de".equals(languages.path(0).asText());
    }

    /** What the campaign service is asked to create; always the same bytes for the same content. */
    JsonNode campaignRequest() {
        var request = JSON.createObjectNode();
        List.of("name", "product", "budgetMinorUnits", "currency", "shortlistSize", "periodFrom", "periodUntil", "kpis")
                .forEach(name -> copy(name, request));
        var people = request.putObject("brief");
        copy("topics", people);
        copy("followers", people);
        LISTS.forEach(name -> copy(name, people));
        return JSON.valueToTree(sorted(request));
    }

    private void copy(String name, ObjectNode to) {
        if (content.hasNonNull(name)) {
            to.set(name, content.get(name));
        }
    }

    /** Names the content; two files with the same content have the same. */
    String hash() {
        try {
            var canonical = JSON.writeValueAsBytes(sorted(content));
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void topics(ObjectNode brief) {
        var topics = JSON.createArrayNode();
        for (var topic : brief.path("topics")) {
            var word = topic.isTextual() ? topic.asText() : topic.path("word").asText();
            topics.addObject()
                    .put("word", word)
                    .put("weight", topic.path("weight").asDouble(1));
        }
        brief.set("topics", topics);
    }

    private static void followers(ObjectNode brief) {
        var asked = brief.path("followers");
        var range = JSON.createObjectNode()
                .put("min", asked.path("min").asLong(1_000))
                .put("max", asked.path("max").asLong(100_000));
        brief.set("followers", range);
    }

    private static void spell(ObjectNode brief, String name, UnaryOperator<String> spelling) {
        var spelled = JSON.createArrayNode();
        brief.path(name).forEach(value -> spelled.add(spelling.apply(value.asText())));
        brief.set(name, spelled);
    }

    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            var sorted = new TreeMap<String, Object>();
            node.properties().forEach(property -> sorted.put(property.getKey(), sorted(property.getValue())));
            return sorted;
        }
        if (node.isArray()) {
            var list = new ArrayList<>();
            node.forEach(item -> list.add(sorted(item)));
            return list;
        }
        return node;
    }
}
