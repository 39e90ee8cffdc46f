package dev.vouch.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.security.Role;
import dev.vouch.chassis.security.TestIssuer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong at a door is told as a problem document, and nothing of our inside is. */
@QuarkusTest
@WithTestResource(TestIssuer.class)
class DoorsTest {

    private static final String CAKE = """
            {"name": "Zupfkuchen", "layers": [{"taste": "Quark", "millimetres": 20}]}""";

    @ParameterizedTest
    @CsvSource({
        "not-found, 404, not-found",
        "stale, 412, stale-version",
        "outbox-full, 503, outbox-full",
        "conflict, 422, idempotency-conflict",
        "too-large, 422, event-too-large",
        "refused, 409, refused",
        "store-away, 503, unavailable",
        "bug, 500, internal-error"
    })
    void each_trouble_has_its_status_and_type(String kind, int status, String type) {
        var answer = as(Role.VIEWER).get("/api/v1/cakes/trouble/" + kind);

        assertProblem(answer, status);
        assertThat(answer.path("type").toString()).isEqualTo("https://vouch.dev/problems/" + type);
        assertThat(answer.path("instance").toString()).isEqualTo("/api/v1/cakes/trouble/" + kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox-full", "store-away"})
    void what_passes_by_itself_says_when_to_ask_again(String kind) {
        assertThat(as(Role.VIEWER).get("/api/v1/cakes/trouble/" + kind).header("Retry-After"))
                .isEqualTo("2");
    }

    @Test
    void a_refusal_is_explained_in_the_callers_language() {
        var english = as(Role.VIEWER).get("/api/v1/cakes/trouble/refused");
        var german = as(Role.VIEWER)
                .header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.5")
                .get("/api/v1/cakes/trouble/refused");

        assertThat(english.<String>path("reasons[0].sentence"))
                .isEqualTo("The cake would cost 1,234.56 EUR and have 12,000 layers.");
        assertThat(german.<String>path("reasons[0].sentence"))
                .isEqualTo("Die Torte würde 1.234,56 EUR kosten und 12.000 Schichten haben.");
        assertThat(german.<Integer>path("reasons[0].facts.layers")).isEqualTo(12_000);
        assertThat(english.<String>path("reasons[1].sentence")).isEqualTo("cake.untold");
    }

    @Test
    void a_status_without_a_type_of_its_own_is_told_as_it_is() {
        var answer = as(Role.VIEWER).get("/api/v1/cakes/trouble/teapot");

        assertProblem(answer, 418);
        assertThat(answer.<String>path("type")).isEqualTo("about:blank");
    }

    @Test
    void unknown_paths_and_methods_are_told_as_problems() {
        assertProblem(as(Role.VIEWER).get("/api/v1/pies"), 404);
        assertProblem(as(Role.VIEWER).get("/nothing/here"), 404);
        assertProblem(as(Role.VIEWER).delete("/api/v1/cakes"), 405);
        assertProblem(as(Role.RESEARCHER).contentType("text/plain").body("x").post("/api/v1/cakes"), 415);
        assertProblem(as(Role.VIEWER).accept("image/png").get("/api/v1/cakes/c1"), 406);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"Torte\", \"layers\": [], \"glaze\": 1}  | glaze | is not known",
                "{\"name\": 5, \"layers\": []}                       | name | must be a text",
                "{\"name\": \"Torte\", \"layers\": {}}               | layers | must be a list",
                "{\"name\": \"Torte\", \"layers\": [{\"taste\": \"Nuss\"}]} | layers[0].millimetres | must be a whole number within its range",
                "{\"name\": \"Torte\", \"layers\": [{\"taste\": \"Nuss\", \"millimetres\": 2.5}]} | layers[0].millimetres | must be a whole number within its range",
                "{\"name\": \"Torte\", \"layers\": [{\"taste\": \"Nuss\", \"millimetres\": \"2\"}]} | layers[0].millimetres | must be a whole number within its range",
                "{\"name\": \"Torte\", \"layers\": [{\"taste\": \"Nuss\", \"millimetres\": 99999999999}]} | layers[0].millimetres | must be a whole number within its range",
                "{\"name\": \"Torte\", \"layers\": [], \"size\": \"huge\"} | size | must be one of small, large",
                "{\"name\": \"Torte\", \"layers\": [], \"size\": 1}  | size | must be one of small, large",
                "{\"name\": \"Torte\", \"layers\": [], \"bakedOn\": \"yesterday\"} | bakedOn | must be a date or time as in ISO 8601",
                "{\"name\": \"Torte\", \"layers\": [], \"candles\": true} | candles | must be a whole number within its range",
                "{\"name\": \" \", \"layers\": []}                   | name | must not be blank",
                "{\"layers\": []}                                    | name | must not be blank",
                "{\"name\": \"a\\ud800b\", \"layers\": []}            | name | must be a text",
                "{\"name\": \"Torte\"}                               | layers | must not be null",
                "{\"name\": \"Torte\", \"layers\": [{\"taste\": \"\", \"millimetres\": 1}]} | layers[0].taste | must not be blank"
            })
    void a_wrong_field_is_named(String body, String field, String message) {
        var answer =
                as(Role.RESEARCHER).contentType("application/json").body(body).post("/api/v1/cakes");

        assertProblem(answer, 400);
        assertThat(answer.<String>path("violations[0].field")).isEqualTo(field);
        assertThat(answer.<String>path("violations[0].message")).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"Torte\"",
                "{\"name\": \"Torte\", \"layers\": []} {}",
                "{\"name\": \"Torte\", \"name\": \"Kuchen\", \"layers\": []}",
                "[]",
                "\"Torte\"",
                "",
                "null"
            })
    void a_body_that_is_no_such_object_is_refused(String body) {
        assertProblem(
                as(Role.RESEARCHER).contentType("application/json").body(body).post("/api/v1/cakes"), 400);
    }

    @Test
    void a_body_nested_without_end_is_refused() {
        var body = "{\"name\": \"Torte\", \"layers\": " + "[".repeat(200) + "]".repeat(200) + "}";

        assertProblem(
                as(Role.RESEARCHER).contentType("application/json").body(body).post("/api/v1/cakes"), 400);
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_it_states_its_length_or_not() {
        var body = "{" + " ".repeat(1_100_000) + "}";
        var stated =
                as(Role.RESEARCHER).contentType("application/json").body(body).post("/api/v1/cakes");
        var unstated = chunked("/api/v1/cakes", body);
        var streamed = chunked("/api/v1/cakes/stream", body);

        assertProblem(stated, 413);
        assertTooLarge(unstated);
        assertTooLarge(streamed);
    }

    @Test
    void parameters_are_checked_too() {
        var answer = as(Role.VIEWER).get("/api/v1/cakes?max=11");

        assertProblem(answer, 400);
        assertThat(answer.<String>path("violations[0].field")).isEqualTo("max");
    }

    @Test
    void a_creation_tells_place_version_and_enumeration_in_lower_case() {
        var answer = as(Role.RESEARCHER)
                .contentType("application/json")
                .body(CAKE.replace("\"name\"", "\"size\": \"LARGE\", \"name\""))
                .post("/api/v1/cakes");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Location")).endsWith("/api/v1/cakes/" + answer.path("id"));
        assertThat(answer.<String>path("size")).isEqualTo("large");
        assertThat(answer.asString()).doesNotContain("note");
    }

    @Test
    void a_list_is_read_page_by_page_to_its_end() {
        var first = as(Role.VIEWER).get("/api/v1/cakes?limit=3");
        var second = as(Role.VIEWER).get("/api/v1/cakes?limit=3&cursor=" + first.path("nextCursor"));

        assertThat(first.<Object>path("items")).asString().isEqualTo("[cake 0, cake 1, cake 2]");
        assertThat(second.<Object>path("items")).asString().isEqualTo("[cake 3, cake 4]");
        assertThat(second.<Object>path("nextCursor")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=many",
                "limit=-1",
                "cursor=invented",
                "cursor=%20",
                "cursor=AAAAAAAAAAAAAA"
            })
    void a_page_that_cannot_be_is_refused(String query) {
        assertProblem(as(Role.VIEWER).get("/api/v1/cakes?" + query), 400);
    }

    @Test
    void the_trace_of_the_caller_is_followed_into_resource_and_problem() {
        var traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        var inside = as(Role.VIEWER).header("traceparent", traceparent).get("/api/v1/cakes/trace");
        var problem = as(Role.VIEWER).header("traceparent", traceparent).get("/api/v1/cakes/trouble/bug");

        assertThat(inside.<String>path("traceparent"))
                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                .isNotEqualTo(traceparent);
        assertThat(problem.<String>path("traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void a_request_of_an_old_client_without_host_is_answered() throws IOException {
        assertThat(spoken("GET /api/v1/cakes/trouble/not-found HTTP/1.0\r\n", ""))
                .startsWith("HTTP/1.0 404")
                .contains("\"instance\":\"/api/v1/cakes/trouble/not-found\"");
    }

    @Test
    void a_body_that_is_not_framed_as_http_asks_is_no_fault_of_ours() throws IOException {
        var answer = spoken(
                "POST /api/v1/cakes HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n",
                "zz\r\n{}\r\n0\r\n\r\n");

        assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 400"))
                .as(answer)
                .isTrue();
    }

    /** As it is, with a token, on a line of its own. */
    private static String spoken(String head, String body) throws IOException {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            var token = TestIssuer.token("anna", Role.VIEWER, Role.RESEARCHER);
            line.getOutputStream()
                    .write((head + "Authorization: Bearer " + token + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<String> chunked(String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestIssuer.token("anna", Role.RESEARCHER))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(body)))
                .build();
        try {
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("/problems/body-too-large");
    }

    static RequestSpecification as(String role) {
        return given().auth().oauth2(TestIssuer.token("anna", role));
    }

    static void assertProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<Integer>path("status")).isEqualTo(status);
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("traceId")).matches("[0-9a-f]{32}");
        assertThat(answer.asString())
                .doesNotContain("secret", "Exception", "dev.vouch.chassis", "java.", "com.fasterxml", "CakeRequest");
    }
}
