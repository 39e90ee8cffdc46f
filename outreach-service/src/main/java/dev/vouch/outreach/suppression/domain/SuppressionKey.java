package dev.vouch.outreach.suppression.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The id of a guard: a keyed hash, so that it can be kept after the person was erased and still be met again, but cannot be
 * turned back into an address.
 */
public record SuppressionKey(String value) {

    public static SuppressionKey ofInfluencer(String influencerId, byte[] secret) {
        return new SuppressionKey("influencer-" + keyed("influencer\n" + influencerId, secret));
    }

    /** Case and surrounding space do not make another mailbox, nor does a plus tag: the same person reads it. */
    public static SuppressionKey ofAddress(String address, byte[] secret) {
        return new SuppressionKey("address-" + keyed("address\n" + mailbox(address), secret));
    }

    private static String mailbox(String address) {
        var plain = address.strip().toLowerCase(Locale.ROOT);
        var at = plain.lastIndexOf('@');
        var plus = plain.indexOf('+');
        return plus > 0 && plus < at ? plain.substring(0, plus) + plain.substring(at) : plain;
    }

    private static String keyed(String text, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 32);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
