package dev.vouch.chassis.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The place in a list, opaque to the caller. The check bytes catch a damaged or invented cursor; they are no secret, since
 * a cursor opens nothing that its list does not show anyway.
 */
public final class Cursor {

    static final int MAX_LENGTH = 1_000;

    private static final int CHECK_BYTES = 6;

    private Cursor() {}

    public static String encode(String key) {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        var signed = Arrays.copyOf(check(bytes), CHECK_BYTES + bytes.length);
        System.arraycopy(bytes, 0, signed, CHECK_BYTES, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** Refuses what no page of ours gave out; answered 400. */
    public static String decode(String cursor) {
        var signed = bytes(cursor);
        if (signed.length < CHECK_BYTES) {
            throw unknown();
        }
        var key = Arrays.copyOfRange(signed, CHECK_BYTES, signed.length);
        if (!Arrays.equals(check(key), Arrays.copyOf(signed, CHECK_BYTES))) {
            throw unknown();
        }
        return new String(key, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw unknown();
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static byte[] check(byte[] key) {
        return Arrays.copyOf(Hash.sha256(key), CHECK_BYTES);
    }

    private static InvalidRequest unknown() {
        return new InvalidRequest("cursor", "must be the nextCursor of a page of this list");
    }
}
