package dev.vouch.chassis.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(TestIssuer.class)
class TokensTest {

    private static final String DOOR = "/api/v1/cakes/c1";

    @Test
    void who_has_the_role_may() {
        assertThat(get(DOOR, TestIssuer.token("anna", Role.VIEWER)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_has_another_role_may_not() {
        assertRefused(get(DOOR, TestIssuer.token("anna", Role.OUTREACH_SENDER)), 403, "forbidden");
    }

    @Test
    void nobody_may_what_nobody_opened() {
        assertRefused(get("/api/v1/cakes/forgotten", TestIssuer.token("anna", Role.ADMIN)), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {DOOR, "/api/v1/cakes/forgotten"})
    void without_a_token_nothing_is_open(String path) {
        var answer = given().get(path);

        assertRefused(answer, 401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    static Stream<String> badTokens() {
        return Stream.of(
                "nonsense",
                TestIssuer.expired("anna", Role.VIEWER),
                TestIssuer.ofAnotherIssuer("anna", Role.VIEWER),
                TestIssuer.signedWithAnotherKey("anna", Role.VIEWER),
                withoutSignature(TestIssuer.token("anna", Role.VIEWER)));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void a_token_that_is_not_ours_or_no_longer_valid_opens_nothing(String token) {
        assertRefused(get(DOOR, token), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/v1/cakes/c1",
                "/api/v1/cakes;x/c1",
                "/api/v1/cakes%2Fc1",
                "/api/v1/cakes/c1/",
                "/api/v1//cakes/c1",
                "/api/v1/cakes%3Bx/c1",
                "/api/v1/./cakes/c1"
            })
    void another_spelling_of_the_path_opens_nothing(String path) {
        assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isIn(401, 404);
    }

    private static String withoutSignature(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static Response get(String path, String token) {
        return given().auth().oauth2(token).get(path);
    }

    private static void assertRefused(Response answer, int status, String type) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("https://vouch.dev/problems/" + type);
    }
}
