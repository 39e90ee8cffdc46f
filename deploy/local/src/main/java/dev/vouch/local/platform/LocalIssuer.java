package dev.vouch.local.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may do what where no login server is: a key made at the first start, and one token file per role and per service. There
 * is no password to guess, and services only ever see the public half.
 */
public final class LocalIssuer {

    public static final String ISSUER = "https://vouch.local";
    public static final String PUBLIC_KEY_FILE = "issuer.pub.pem";

    /** As {@code dev.vouch.chassis.security.Role} has them; {@code service} is not for people. */
    public static final List<String> ROLES = List.of(
            "viewer", "researcher", "campaign-manager", "outreach-sender", "approver", "data-protection", "admin");

    public static final List<String> SERVICES =
            List.of("campaign-service", "discovery-service", "scoring-service", "outreach-service");

    private static final String PRIVATE_KEY_FILE = "issuer.key.pem";
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final int KEY_BITS = 2048;
    private static final int CHARACTERS_PER_LINE = 64;

    private final PrivateKey key;
    private final Clock clock;

    private LocalIssuer(PrivateKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Opens the folder's key, or makes one, and writes fresh tokens. */
    public static LocalIssuer in(Path folder, Clock clock) throws IOException {
        createPrivately(folder);
        var keys = keysIn(folder);
        var issuer = new LocalIssuer(keys.getPrivate(), clock);
        for (String role : ROLES) {
            write(folder.resolve(role + ".token"), issuer.token(role, List.of(role)) + "\n");
        }
        for (String service : SERVICES) {
            write(folder.resolve(service + ".token"), issuer.token(service, List.of("service")) + "\n");
        }
        return issuer;
    }

    /** A signed token for somebody with these roles. */
    public String token(String name, List<String> roles) {
        var now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", ISSUER);
        claims.put("sub", name);
        claims.put("upn", name);
        claims.put("groups", roles);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        String content = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64Url(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, ?> json) {
        try {
            return base64Url(new ObjectMapper().writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair keysIn(Path folder) throws IOException {
        Path privateFile = folder.resolve(PRIVATE_KEY_FILE);
        Path publicFile = folder.resolve(PUBLIC_KEY_FILE);
        try {
            if (Files.exists(privateFile) && Files.exists(publicFile)) {
                var factory = KeyFactory.getInstance("RSA");
                return new KeyPair(
                        factory.generatePublic(new X509EncodedKeySpec(readPem(publicFile))),
                        factory.generatePrivate(new PKCS8EncodedKeySpec(readPem(privateFile))));
            }
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            var keys = generator.generateKeyPair();
            write(publicFile, pem("PUBLIC KEY", keys.getPublic()));
            write(privateFile, pem("PRIVATE KEY", keys.getPrivate()));
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IOException("The issuer's key in " + folder + " could not be read or made", e);
        }
    }

    private static String pem(String kind, Key key) {
        var base64 = Base64.getMimeEncoder(CHARACTERS_PER_LINE, new byte[] {'\n'});
        return "-----BEGIN " + kind + "-----\n" + base64.encodeToString(key.getEncoded()) + "\n-----END " + kind
                + "-----\n";
    }

    private static byte[] readPem(Path file) throws IOException {
        return Base64.getMimeDecoder().decode(Files.readString(file).replaceAll("-----[A-Z ]+-----", ""));
    }

    private static void createPrivately(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void write(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        if (isPosix(file)) {
            Files.createFile(
                    unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
