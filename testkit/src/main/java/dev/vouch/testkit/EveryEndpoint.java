package dev.vouch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Walks a service's OpenAPI document and asks every endpoint what no client should ask. A service's test extends it, brings
 * something that exists, and inherits the questions.
 */
public abstract class EveryEndpoint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BODY_LIMIT = 1024 * 1024;
    private static final int AT_ONCE = 4;
    private static final int MISSED_ANSWERS = 10;

    /** A request that succeeds, to be repeated and, unless its body is empty, altered. */
    public record Example(String method, String path, Map<String, String> pathValues, String body, String otherBody) {}

    /** Ids of things that exist, for paging and for stale versions: the path, then its parameters. */
    protected Map<String, Map<String, String>> existing() {
        return Map.of();
    }

    /** Creating requests that take an {@code Idempotency-Key}. */
    protected List<Example> repeatable() {
        return List.of();
    }

    /** Changing requests that take an {@code If-Match}, on something that exists. */
    protected List<Example> conditional() {
        return List.of();
    }

    /** Endpoints that take files and therefore more than the common limit. */
    protected boolean takesFiles(String path) {
        return false;
    }

    @Test
    void without_a_token_nothing_opens() {
        forEach(
                each -> true,
                (operation, softly) -> expectProblem(softly, operation, operation.ask(Requests.anonymous()), 401));
    }

    @Test
    void each_endpoint_is_open_to_somebody_and_closed_to_somebody() {
        forEach(each -> true, (operation, softly) -> {
            softly.assertThat(operation.openTo()).as("%s is open to", operation).isNotNull();
            var closedTo = operation.closedTo();
            softly.assertThat(closedTo).as("%s is closed to", operation).isNotNull();
            if (closedTo != null) {
                expectProblem(softly, operation, operation.ask(Requests.as(closedTo)), 403);
            }
        });
    }

    @Test
    void what_is_not_there_is_not_found() {
        forEach(
                operation -> operation.hasPathParameters() && operation.method().equals("GET"),
                (operation, softly) ->
                        expectProblem(softly, operation, operation.ask(Requests.as(roleFor(operation))), 404));
    }

    @Test
    void bodies_that_are_no_request_are_refused() {
        forEach(Operation::takesJson, (operation, softly) -> {
            var role = roleFor(operation);
            for (var body :
                    List.of("{", "[]", "\"text\"", "null", "{} {}", "{\"noSuchProperty\":1}", "{\"a\":1,\"a\":2}")) {
                expectProblem(softly, operation, operation.ask(Requests.as(role).body(body)), 400);
            }
            expectProblem(
                    softly,
                    operation,
                    operation.ask(
                            Requests.as(role).contentType(ContentType.TEXT).body("text")),
                    415);
        });
    }

    @Test
    void a_body_over_the_limit_is_refused() {
        forEach(
                operation -> operation.takesJson() && !takesFiles(operation.path()),
                (operation, softly) -> expectProblem(softly, operation, askTooMuch(operation), 413));
    }

    /** A server that refuses need not listen to the end; hung up on, the client may miss the answer and asks again. */
    private static Response askTooMuch(Operation operation) {
        var body = "{\"x\":\"" + "x".repeat(BODY_LIMIT) + "\"}";
        for (int hungUp = 1; ; hungUp++) {
            try {
                return operation.ask(Requests.as(roleFor(operation)).body(body));
            } catch (Exception e) {
                if (!(e instanceof SocketException) || hungUp == MISSED_ANSWERS) {
                    throw e;
                }
            }
        }
    }

    @Test
    void a_page_is_of_a_sensible_size_and_a_cursor_is_ours() {
        forEach(operation -> operation.hasParameter("cursor"), (operation, softly) -> {
            for (var limit : List.of("0", "-1", "1000000000", "many")) {
                expectProblem(softly, operation, page(operation, "limit", limit), 400);
            }
            expectProblem(softly, operation, page(operation, "cursor", "dGFtcGVyZWQ"), 400);
        });
    }

    @Test
    void paging_comes_to_the_end_and_misses_nothing() {
        forEach(operation -> operation.hasParameter("cursor"), (operation, softly) -> {
            var first = page(operation, "limit", "200");
            var whole = itemsOf(first);
            boolean isAll = tree(first).path("nextCursor").isMissingNode();
            var cursor = (String) null;
            var paged = new ArrayList<JsonNode>();
            do {
                var answer = page(operation, "limit", "1", "cursor", cursor);
                softly.assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(200);
                paged.addAll(itemsOf(answer));
                cursor = tree(answer).path("nextCursor").textValue();
            } while (cursor != null && (isAll ? paged.size() <= whole.size() : paged.size() < whole.size()));
            softly.assertThat(paged).as(operation.toString()).isEqualTo(whole);
        });
    }

    @Test
    void a_repeated_key_happens_once_and_with_another_body_is_refused() {
        for (var example : repeatable()) {
            var operation = operation(example);
            var role = roleFor(operation);
            var key = UUID.randomUUID().toString();
            var together = atOnce(() -> send(operation, role, example, key, example.body()));
            var first = together.get(0);
            var again = send(operation, role, example, key, example.body());

            assertThat(first.statusCode())
                    .as("%s: %s", operation, first.asString())
                    .isBetween(200, 299);
            assertThat(together)
                    .as(operation.toString())
                    .allSatisfy(each -> assertThat(each.statusCode()).isEqualTo(first.statusCode()))
                    .allSatisfy(each -> assertThat(each.header("Location")).isEqualTo(first.header("Location")));
            assertThat(again.statusCode()).as(operation.toString()).isEqualTo(first.statusCode());
            assertThat(again.header("Location")).as(operation.toString()).isEqualTo(first.header("Location"));
            assertThat(again.asString()).as(operation.toString()).isEqualTo(first.asString());
            if (!example.body().isEmpty() && !example.otherBody().equals(example.body())) {
                var other = send(operation, role, example, key, example.otherBody());
                assertThat(other.statusCode()).as(operation.toString()).isEqualTo(422);
            }
        }
    }

    /** The same request several times at the same moment. */
    private static List<Response> atOnce(Supplier<Response> request) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(request)).limit(AT_ONCE).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    @Test
    void a_stale_version_is_refused() {
        for (var example : conditional()) {
            var operation = operation(example);
            var answer = operation.ask(
                    Requests.as(roleFor(operation))
                            .queryParams(queryFor(operation.path()))
                            .header("If-Match", "\"4711\"")
                            .body(example.body()),
                    example.pathValues());

            assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.asString())
                    .isEqualTo(412);
        }
    }

    private interface Question {
        void ask(Operation operation, SoftAssertions softly);
    }

    private static void forEach(Predicate<Operation> which, Question question) {
        SoftAssertions.assertSoftly(softly -> {
            var operations = operations().stream().filter(which).toList();
            softly.assertThat(operations()).as("the document's operations").isNotEmpty();
            operations.forEach(operation -> question.ask(operation, softly));
        });
    }

    private static List<Operation> operations() {
        var document = RestAssured.given().queryParam("format", "json").get("/q/openapi");
        return Operation.allOf(tree(document));
    }

    private static Operation operation(Example example) {
        return operations().stream()
                .filter(each ->
                        each.method().equals(example.method()) && each.path().equals(example.path()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + example.method() + " " + example.path()));
    }

    private static String roleFor(Operation operation) {
        return Objects.requireNonNull(operation.openTo(), () -> operation + " is open to nobody");
    }

    private static Response send(Operation operation, String role, Example example, String key, String body) {
        return operation.ask(Requests.as(role).header("Idempotency-Key", key).body(body), example.pathValues());
    }

    private Response page(Operation operation, @Nullable String... namesAndValues) {
        var request = Requests.as(roleFor(operation));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                request.queryParam(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        queryFor(operation.path()).forEach(request::queryParam);
        return operation.ask(request, existing().getOrDefault(operation.path(), Map.of()));
    }

    /** Query parameters that a request cannot do without. */
    protected Map<String, String> queryFor(String path) {
        return Map.of();
    }

    private static List<JsonNode> itemsOf(Response answer) {
        var items = new ArrayList<JsonNode>();
        tree(answer).path("items").forEach(items::add);
        return items;
    }

    private static JsonNode tree(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(answer.asString(), notJson);
        }
    }

    private static void expectProblem(SoftAssertions softly, Operation operation, Response answer, int status) {
        softly.assertThat(answer.statusCode())
                .as("%s: %s", operation, answer.asString())
                .isEqualTo(status);
        softly.assertThat(answer.contentType()).as(operation.toString()).startsWith("application/problem+json");
        softly.assertThat(answer.asString())
                .as(operation.toString())
                .doesNotContain("Exception", "dev.vouch", "java.", "\tat ");
    }
}
