package dev.vouch.local.play;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Dice that fall the same way for the same person in the same campaign. */
final class Seed {

    private Seed() {}

    static Random dice(String... names) {
        return new Random(ByteBuffer.wrap(digest(names)).getLong());
    }

    /** 32 hex digits that name a thing for ever. */
    static String id(String... names) {
        return HexFormat.of().formatHex(digest(names)).substring(0, 32);
    }

    private static byte[] digest(String... names) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
