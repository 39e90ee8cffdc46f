package dev.vouch.outreach.suppression;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA-256 under the installation's secret, 32 hexadecimal digits of it. */
@Singleton
class KeyedHash implements UnaryOperator<String> {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 32;

    private final GuardSecretStore secrets;
    private final SuppressionSettings settings;
    private @Nullable SecretKeySpec key;

    KeyedHash(GuardSecretStore secrets, SuppressionSettings settings) {
        this.secrets = secrets;
        this.settings = settings;
    }

    @Override
    public String apply(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            var hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
    }

    /** Read when it is first needed, since the store may be away when the service starts. */
    private synchronized SecretKeySpec key() {
        if (key == null) {
            var secret = settings.secret()
                    .map(text -> text.getBytes(StandardCharsets.UTF_8))
                    .orElseGet(secrets::secret);
            key = new SecretKeySpec(secret, ALGORITHM);
        }
        return key;
    }
}
