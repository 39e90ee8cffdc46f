package dev.vouch.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void each_role_has_a_token_that_the_public_key_confirms() throws Exception {
        LocalIssuer.in(folder, at(NOW));

        for (String role : LocalIssuer.ROLES) {
            String token = token(role);
            assertThat(isSigned(token)).as(role).isTrue();
            assertThat(claims(token).path("groups")).hasSize(1);
            assertThat(claims(token).path("groups").get(0).asText()).isEqualTo(role);
        }
    }

    @Test
    void a_service_has_the_role_service_and_its_own_name() throws Exception {
        LocalIssuer.in(folder, at(NOW));

        var claims = claims(token("scoring-service"));

        assertThat(claims.path("upn").asText()).isEqualTo("scoring-service");
        assertThat(claims.path("groups").get(0).asText()).isEqualTo("service");
        assertThat(claims.path("iss").asText()).isEqualTo("https://vouch.local");
    }

    @Test
    void a_second_start_keeps_the_key_and_mints_fresh_tokens() throws Exception {
        LocalIssuer.in(folder, at(NOW));
        String key = Files.readString(folder.resolve(LocalIssuer.PUBLIC_KEY_FILE));
        long expires = claims(token("viewer")).path("exp").asLong();

        LocalIssuer.in(folder, at(NOW.plus(Duration.ofDays(2))));

        assertThat(folder.resolve(LocalIssuer.PUBLIC_KEY_FILE)).hasContent(key);
        assertThat(claims(token("viewer")).path("exp").asLong())
                .isEqualTo(expires + Duration.ofDays(2).toSeconds());
        assertThat(isSigned(token("viewer"))).isTrue();
    }

    @Test
    void nobody_else_on_the_machine_reads_the_files() throws Exception {
        LocalIssuer.in(folder, at(NOW));

        try (var files = Files.list(folder)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    private String token(String holder) throws IOException {
        return Files.readString(folder.resolve(holder + ".token")).strip();
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private boolean isSigned(String token) throws IOException, GeneralSecurityException {
        String pem = Files.readString(folder.resolve(LocalIssuer.PUBLIC_KEY_FILE));
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        int dot = token.lastIndexOf('.');
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }
}
