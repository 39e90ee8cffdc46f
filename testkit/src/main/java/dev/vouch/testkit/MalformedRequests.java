package dev.vouch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.testkit.catalogue.BodyFields;
import dev.vouch.testkit.catalogue.ForgedTokens;
import dev.vouch.testkit.catalogue.MalformedRequest;
import dev.vouch.testkit.catalogue.RawAnswer;
import dev.vouch.testkit.catalogue.RawRequest;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Sends every row of {@code malformed-requests.txt} to every endpoint that it applies to. After each row the service still
 * reads, and in the end every endpoint answers its good request as before. A service's test extends it and needs nothing else.
 */
public abstract class MalformedRequests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;

    /** An endpoint with what a good request to it needs, and how that is answered. */
    private record Endpoint(Operation operation, String role, String token, int good) {}

    private final Map<String, BodyFields> bodies = new HashMap<>();

    /** Endpoints that take files and therefore more than the common limit. */
    protected boolean takesFiles(String path) {
        return path.endsWith("/imports");
    }

    @Test
    void every_malformed_request_is_answered_as_the_catalogue_says() {
        var document = document();
        var endpoints = Operation.allOf(document).stream()
                .map(MalformedRequests::endpoint)
                .toList();
        assertThat(endpoints).isNotEmpty();
        var reading = endpoints.stream()
                .filter(endpoint -> endpoint.operation().method().equals("GET"))
                .findFirst()
                .orElseThrow();
        SoftAssertions.assertSoftly(softly -> {
            for (var row : MalformedRequest.all()) {
                if (row.isApplicable()) {
                    endpoints.stream()
                            .filter(endpoint -> applies(row, endpoint.operation()))
                            .limit(row.operations().equals("first") ? 1 : Long.MAX_VALUE)
                            .forEach(endpoint -> ask(softly, row, endpoint, document));
                    expectGood(softly, reading, "after " + row);
                }
            }
            endpoints.forEach(endpoint -> expectGood(softly, endpoint, "after all rows"));
        });
    }

    private static void expectGood(SoftAssertions softly, Endpoint endpoint, String when) {
        softly.assertThat(RawAnswer.to(good(endpoint.operation(), endpoint.token()), RestAssured.port)
                        .status())
                .as("a good %s %s", endpoint.operation(), when)
                .isEqualTo(endpoint.good());
    }

    private void ask(SoftAssertions softly, MalformedRequest row, Endpoint endpoint, JsonNode document) {
        var field = row.field();
        if (field == null) {
            var tokens = new ForgedTokens(keys(), endpoint.role());
            ask(softly, row, endpoint, "", request -> row.spoil(request, tokens::of));
            return;
        }
        fieldsOf(endpoint.operation(), document)
                .spoiled(field)
                .forEach((name, body) -> ask(softly, row, endpoint, name, request -> request.body(body)));
    }

    private static void ask(
            SoftAssertions softly, MalformedRequest row, Endpoint endpoint, String what, Consumer<RawRequest> fault) {
        var request = good(endpoint.operation(), endpoint.token());
        fault.accept(request);
        var answer = RawAnswer.to(request, RestAssured.port);
        var name = "%s %s to %s, %s".formatted(row, what, endpoint.operation(), answer.body());
        softly.assertThat(answer.status())
                .as(name)
                .matches(
                        status -> row.expects(status, endpoint.good()),
                        row.expected() + " (good: " + endpoint.good() + ")");
        check(softly, name, answer);
    }

    /** A body from the application is a problem document, and says nothing of our inside. */
    private static void check(SoftAssertions softly, String name, RawAnswer answer) {
        softly.assertThat(answer.body()).as(name).doesNotContainPattern(Inside.NAMES);
        softly.assertThat(answer.status() < SERVER_ERROR
                        || (answer.status() == UNAVAILABLE && answer.headers().containsKey("retry-after")))
                .as("no fault of ours: " + answer.status() + " " + name)
                .isTrue();
        if (answer.status() >= CLIENT_ERROR && !answer.body().isEmpty()) {
            softly.assertThat(answer.headers().get("content-type")).as(name).startsWith("application/problem+json");
            softly.assertThat(tree(answer.body()).path("status").asInt())
                    .as(name)
                    .isEqualTo(answer.status());
        }
    }

    private static Endpoint endpoint(Operation operation) {
        var role = Objects.requireNonNull(operation.openTo(), () -> operation + " is open to nobody");
        var token = Tokens.of(role);
        int good = RawAnswer.to(good(operation, token), RestAssured.port).status();
        assertThat(good)
                .as(operation.toString())
                .isBetween(200, SERVER_ERROR - 1)
                .isNotIn(401, 403, 405, 406);
        return new Endpoint(operation, role, token, good);
    }

    /** Well-formed, but about nothing that exists: nothing happens. */
    private static RawRequest good(Operation operation, String token) {
        return new RawRequest(operation.method(), operation.target(), token, operation.takesJson() ? "{}" : null);
    }

    private boolean applies(MalformedRequest row, Operation operation) {
        return switch (row.operations()) {
            case "every" -> true;
            case "named" -> operation.path().endsWith("}");
            case "flat" -> !operation.path().endsWith("}");
            case "first" -> operation.method().equals("GET");
            case "reading" -> operation.method().equals("GET");
            case "paged" -> operation.hasParameter("cursor");
            case "sorted" -> operation.hasParameter("sort");
            case "json" -> operation.takesJson();
            case "bounded" -> operation.takesJson() && !takesFiles(operation.path());
            case "keyed" -> !operation.method().equals("GET") && operation.hasParameter("Idempotency-Key");
            default -> throw new IllegalStateException("no such operations: " + row.operations());
        };
    }

    private BodyFields fieldsOf(Operation operation, JsonNode document) {
        return bodies.computeIfAbsent(
                operation.toString(),
                any -> new BodyFields(
                        document, operation.description().at("/requestBody/content/application~1json/schema")));
    }

    private static JsonNode document() {
        return tree(RestAssured.given()
                .queryParam("format", "json")
                .get("/q/openapi")
                .asString());
    }

    private static Path keys() {
        return ConfigProvider.getConfig().getValue(Platform.SECURITY_DIRECTORY, Path.class);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(json, notJson);
        }
    }
}
