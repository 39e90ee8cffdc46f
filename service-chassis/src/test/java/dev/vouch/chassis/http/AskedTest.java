package dev.vouch.chassis.http;

import static dev.vouch.chassis.http.DoorsTest.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.security.Role;
import dev.vouch.chassis.security.TestIssuer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestIssuer.class)
class AskedTest {

    private static final String CAKE = "{\"name\": \"Zupfkuchen\", \"layers\": []}";

    @Test
    void the_same_key_of_the_same_person_on_the_same_route_names_the_same_thing() {
        var first = command("anna", "c1/command", "key-1", CAKE);
        var again = command("anna", "c1/command", "key-1", CAKE);

        assertThat(first.<String>path("newId")).hasSize(32).isEqualTo(again.path("newId"));
        assertThat(first.<String>path("key")).isEqualTo(again.path("key"));
        assertThat(first.<String>path("bodyHash")).hasSize(64).isEqualTo(again.path("bodyHash"));
    }

    @Test
    void another_person_route_or_key_names_another_thing() {
        var first = command("anna", "c1/command", "key-1", CAKE);

        assertThat(command("ben", "c1/command", "key-1", CAKE).<String>path("newId"))
                .isNotEqualTo(first.path("newId"));
        assertThat(command("anna", "c2/command", "key-1", CAKE).<String>path("newId"))
                .isNotEqualTo(first.path("newId"));
        assertThat(command("anna", "c1/command", "key-2", CAKE).<String>path("newId"))
                .isNotEqualTo(first.path("newId"));
    }

    @Test
    void another_body_has_another_hash() {
        var first = command("anna", "c1/command", "key-1", CAKE);
        var altered = command("anna", "c1/command", "key-1", CAKE + " ");

        assertThat(altered.<String>path("key")).isEqualTo(first.path("key"));
        assertThat(altered.<String>path("bodyHash")).isNotEqualTo(first.path("bodyHash"));
    }

    @Test
    void a_command_needs_no_body() {
        var answer = command("anna", "c1/command-without-body", "key-1", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.<String>path("bodyHash")).startsWith("e3b0c442");
    }

    @Test
    void without_a_key_every_request_is_a_new_one() {
        var first = request("anna").body(CAKE).post("/api/v1/cakes/c1/command");
        var again = request("anna").body(CAKE).post("/api/v1/cakes/c1/command");

        assertThat(first.<String>path("newId")).hasSize(32).isNotEqualTo(again.path("newId"));
        assertThat(first.<Object>path("key")).isNull();
        assertThat(first.<String>path("actor")).isEqualTo("anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "Schlüssel"})
    void a_key_is_visible_ascii(String key) {
        assertProblem(command("anna", "c1/command", key, CAKE), 400);
    }

    @Test
    void a_key_has_at_most_128_characters() {
        assertThat(command("anna", "c1/command", "x".repeat(128), CAKE).statusCode())
                .isEqualTo(200);
        assertProblem(command("anna", "c1/command", "x".repeat(129), CAKE), 400);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"7\", 7", "*, ", "W/\"7\", -1", "\"abc\", -1"})
    void the_expected_version_comes_from_if_match(String ifMatch, Integer version) {
        var answer = request("anna").header("If-Match", ifMatch).body(CAKE).post("/api/v1/cakes/c1/command");

        assertThat(answer.<Integer>path("expectedVersion")).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {"7", "\"7\", \"8\""})
    void an_if_match_that_names_no_version_is_refused(String ifMatch) {
        assertProblem(request("anna").header("If-Match", ifMatch).body(CAKE).post("/api/v1/cakes/c1/command"), 400);
    }

    @Test
    void an_edit_needs_the_version_that_it_edits() {
        assertProblem(request("anna").body(CAKE).put("/api/v1/cakes/c1"), 428);
        assertThat(request("anna")
                        .header("If-Match", "\"3\"")
                        .body(CAKE)
                        .put("/api/v1/cakes/c1")
                        .statusCode())
                .isEqualTo(200);
    }

    private static Response command(String name, String path, String key, String body) {
        return request(name).header("Idempotency-Key", key).body(body).post("/api/v1/cakes/" + path);
    }

    private static RequestSpecification request(String name) {
        return given().auth().oauth2(TestIssuer.token(name, Role.RESEARCHER)).contentType("application/json");
    }
}
