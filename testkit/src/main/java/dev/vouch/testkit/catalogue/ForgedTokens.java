package dev.vouch.testkit.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.local.platform.LocalIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that must open nothing, though they name a role that would. */
public final class ForgedTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int KEY_BITS = 2048;

    private final Path folder;
    private final String role;

    /** @param folder where the issuer of the test run keeps its keys */
    public ForgedTokens(Path folder, String role) {
        this.folder = folder;
        this.role = role;
    }

    public String of(String kind) {
        try {
            return switch (kind) {
                case "expired" -> signed(rs256(), claims(HOUR.negated(), HOUR.multipliedBy(-2)), issuersKey());
                case "future" -> signed(rs256(), claims(HOUR.multipliedBy(3), HOUR), issuersKey());
                case "unsigned" -> encoded(Map.of("alg", "none", "typ", "JWT")) + "." + encoded(valid()) + ".";
                case "key-by-url" ->
                    signed(
                            Map.of(
                                    "alg",
                                    "RS256",
                                    "typ",
                                    "JWT",
                                    "kid",
                                    "http://localhost:1/key",
                                    "jku",
                                    "http://localhost:1/"),
                            valid(),
                            someKey());
                case "own-key" -> signed(rs256(), valid(), someKey());
                case "public-key-as-secret" -> signedWithThePublicKey();
                default -> throw new IllegalStateException("no such token: " + kind);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> rs256() {
        return Map.of("alg", "RS256", "typ", "JWT");
    }

    private Map<String, Object> valid() {
        return claims(HOUR, HOUR.negated());
    }

    /** Ends and begins so long from now. */
    private Map<String, Object> claims(Duration end, Duration begin) {
        var now = Instant.now();
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", LocalIssuer.ISSUER);
        claims.put("sub", role);
        claims.put("upn", role);
        claims.put("groups", List.of(role));
        claims.put("iat", now.plus(begin).getEpochSecond());
        claims.put("nbf", now.plus(begin).getEpochSecond());
        claims.put("exp", now.plus(end).getEpochSecond());
        return claims;
    }

    private static String signed(Map<String, ?> header, Map<String, ?> claims, PrivateKey key)
            throws GeneralSecurityException {
        var content = encoded(header) + "." + encoded(claims);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + base64Url(signature.sign());
    }

    private String signedWithThePublicKey() throws GeneralSecurityException, IOException {
        var content = encoded(Map.of("alg", "HS256", "typ", "JWT")) + "." + encoded(valid());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Files.readAllBytes(folder.resolve(LocalIssuer.PUBLIC_KEY_FILE)), "HmacSHA256"));
        return content + "." + base64Url(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private PrivateKey issuersKey() throws GeneralSecurityException, IOException {
        var pem = Files.readString(folder.resolve("issuer.key.pem")).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    }

    private static PrivateKey someKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        return generator.generateKeyPair().getPrivate();
    }

    private static String encoded(Map<String, ?> json) {
        try {
            return base64Url(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
