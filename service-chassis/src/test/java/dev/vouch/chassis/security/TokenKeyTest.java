package dev.vouch.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyTest {

    @TempDir
    Path directory;

    @Test
    void a_service_without_a_key_refuses_to_start_and_says_what_to_set() {
        var key = new TokenKey(Optional.empty(), Optional.of("file:/nowhere/issuer.pub.pem"));

        assertThat(key.objection())
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith(
                                "Vouch does not start: there is no key to check tokens with at file:/nowhere/issuer.pub.pem.")
                        .contains("vouch.security.directory", "mp.jwt.verify.publickey.location"));
        assertThat(new TokenKey(Optional.empty(), Optional.empty()).objection()).isPresent();
    }

    @Test
    void the_key_of_the_local_issuer_is_enough() throws IOException {
        var file = TestIssuer.publicKeyIn(directory);

        assertThat(new TokenKey(Optional.empty(), Optional.of("file:" + file)).objection())
                .isEmpty();
    }

    @Test
    void so_is_the_key_set_of_an_oidc_issuer_or_a_key_in_the_settings() {
        assertThat(new TokenKey(Optional.empty(), Optional.of("https://login.example/jwks")).objection())
                .isEmpty();
        assertThat(new TokenKey(Optional.of("MIIB..."), Optional.empty()).objection())
                .isEmpty();
    }
}
