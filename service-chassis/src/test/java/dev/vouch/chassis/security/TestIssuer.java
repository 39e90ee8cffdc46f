package dev.vouch.chassis.security;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** Signs tokens for tests, and lays down its public key where a service looks for it. */
public class TestIssuer implements QuarkusTestResourceLifecycleManager {

    private static final KeyPair KEYS = newKeys();

    @Override
    public Map<String, String> start() {
        try {
            var directory = Files.createTempDirectory("vouch-security");
            Files.writeString(directory.resolve("issuer.pub.pem"), pem());
            return Map.of("vouch.security.directory", directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // the key is public
    }

    public static String token(String name, String... roles) {
        return token("https://vouch.local", name, Duration.ofMinutes(5), KEYS, roles);
    }

    static String expired(String name, String... roles) {
        return token("https://vouch.local", name, Duration.ofMinutes(-5), KEYS, roles);
    }

    static String ofAnotherIssuer(String name, String... roles) {
        return token("https://elsewhere.example", name, Duration.ofMinutes(5), KEYS, roles);
    }

    static String signedWithAnotherKey(String name, String... roles) {
        return token("https://vouch.local", name, Duration.ofMinutes(5), newKeys(), roles);
    }

    static Path publicKeyIn(Path directory) throws IOException {
        return Files.writeString(directory.resolve("issuer.pub.pem"), pem());
    }

    private static String token(String issuer, String name, Duration valid, KeyPair keys, String... roles) {
        return Jwt.issuer(issuer)
                .upn(name)
                .groups(Set.of(roles))
                .issuedAt(Instant.now().minus(Duration.ofMinutes(10)))
                .expiresAt(Instant.now().plus(valid))
                .sign(keys.getPrivate());
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
