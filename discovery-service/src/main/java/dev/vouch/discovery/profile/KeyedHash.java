package dev.vouch.discovery.profile;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ids that nobody can work out from a handle or a post id without the operator's key. The key must never change: all ids
 * follow from it.
 */
@Singleton
class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HEX_DIGITS = 16;

    private final SecretKeySpec key;

    KeyedHash(@ConfigProperty(name = "vouch.discovery.id-key") String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** 16 hex digits. */
    String of(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException | InvalidKeyException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
