package dev.vouch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.vouch.testkit.catalogue.NaughtyString;
import dev.vouch.testkit.catalogue.RawAnswer;
import dev.vouch.testkit.catalogue.RawRequest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Puts every text of {@code naughty-strings.json} into every text of requests that succeed otherwise. It comes back as it was
 * sent, from the answer and from what was made, or is refused.
 */
public abstract class NaughtyStrings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;
    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int REDIRECTION = 300;
    private static final int SERVER_ERROR = 500;

    /**
     * A request with every text that it may carry.
     *
     * @param role who may send it
     */
    public record Writing(String role, String method, String path, String body) {}

    protected abstract List<Writing> writings();

    @Test
    void every_text_comes_back_as_it_was_sent_or_is_refused() {
        SoftAssertions.assertSoftly(softly -> {
            for (var writing : writings()) {
                var good = send(writing, writing.body());
                assertThat(good.status()).as(good.body()).isBetween(OK, REDIRECTION - 1);
                for (var string : NaughtyString.all()) {
                    bodies(writing.body(), string).forEach((field, body) -> ask(softly, writing, string, field, body));
                }
            }
        });
    }

    private static void ask(SoftAssertions softly, Writing writing, NaughtyString string, String field, String body) {
        var answer = send(writing, body);
        var name = "%s as %s of %s: %s".formatted(string.name(), field, writing.path(), shortened(answer.body()));
        softly.assertThat(answer.status()).as(name).isLessThan(SERVER_ERROR);
        if (answer.status() >= BAD_REQUEST) {
            softly.assertThat(answer.headers().get("content-type")).as(name).startsWith("application/problem+json");
            return;
        }
        compare(softly, name, field, string, answer);
        var made = writing.method().equals("PUT")
                ? writing.path()
                : answer.headers().get("location");
        if (made != null && answer.status() != ACCEPTED) {
            var path = URI.create(made).getRawPath();
            compare(softly, name, field, string, send(new Writing(writing.role(), "GET", path, ""), null));
        }
    }

    /** Where the answer has fields of that name, one of them is what was sent. */
    private static void compare(
            SoftAssertions softly, String name, String field, NaughtyString string, RawAnswer answer) {
        var found =
                tree(answer.body()).findValues(field.replaceAll("\\[\\d+]$", "").replaceAll(".*\\.", ""));
        if (!found.isEmpty()) {
            softly.assertThat(found.toString()
                            .contains(TextNode.valueOf(string.text()).toString()))
                    .as(name)
                    .isTrue();
        }
    }

    private static RawAnswer send(Writing writing, @Nullable String body) {
        var request = new RawRequest(writing.method(), writing.path(), Tokens.of(writing.role()), body);
        request.header("If-Match", "*");
        return RawAnswer.to(request, RestAssured.port);
    }

    private static Map<String, String> bodies(String body, NaughtyString string) {
        var bodies = new LinkedHashMap<String, String>();
        var root = tree(body);
        put("", root, root, string, bodies);
        return bodies;
    }

    private static void put(
            String name, JsonNode node, JsonNode root, NaughtyString string, Map<String, String> bodies) {
        if (node instanceof ObjectNode object) {
            for (var property : List.copyOf(object.properties())) {
                var path = name.isEmpty() ? property.getKey() : name + "." + property.getKey();
                var old = property.getValue();
                if (old.isTextual()) {
                    object.putRawValue(property.getKey(), new RawValue(string.json()));
                    bodies.put(path, root.toString());
                    object.set(property.getKey(), old);
                } else {
                    put(path, old, root, string, bodies);
                }
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                var old = list.get(i);
                if (old.isTextual()) {
                    list.set(i, list.rawValueNode(new RawValue(string.json())));
                    bodies.put(name + "[" + i + "]", root.toString());
                    list.set(i, old);
                } else {
                    put(name + "[" + i + "]", old, root, string, bodies);
                }
            }
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(json, notJson);
        }
    }

    private static String shortened(String answer) {
        return answer.length() > 300 ? answer.substring(0, 300) + "..." : answer;
    }
}
