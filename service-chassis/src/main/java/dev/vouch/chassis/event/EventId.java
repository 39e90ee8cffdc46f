package dev.vouch.chassis.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that come out the same whenever the same thing is said or made again. */
public final class EventId {

    private static final int HEX_DIGITS = 32;

    private EventId() {}

    /** The id of an event: whoever repeats it repeats its id. */
    public static String of(String type, String subject, long sequence) {
        return hash(type, subject, Long.toString(sequence));
    }

    /** @return 32 hex digits of the SHA-256 over the parts, each preceded by its length so that no two lists collide */
    public static String hash(String... parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
