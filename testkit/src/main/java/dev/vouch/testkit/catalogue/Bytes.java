package dev.vouch.testkit.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** How a data file writes bytes that no editor shows: {@code \r \n \t \0 \xHH} and {@code {x*9}} for nine times x. */
public final class Bytes {

    private static final Pattern REPEATED = Pattern.compile("\\{(.)\\*(\\d+)}");
    private static final Map<Character, String> NAMED = Map.of('r', "\r", 'n', "\n", 't', "\t", '0', "\0");

    private Bytes() {}

    /** As characters that are one byte each in ISO 8859-1. */
    static String unescaped(String text) {
        var repeated = REPEATED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
        var plain = new StringBuilder();
        for (int i = 0; i < repeated.length(); i++) {
            char next = repeated.charAt(i);
            char name = next == '\\' && i + 1 < repeated.length() ? repeated.charAt(i + 1) : 0;
            if (name == 'x') {
                plain.append((char) Integer.parseInt(repeated.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (NAMED.containsKey(name)) {
                plain.append(NAMED.get(name));
                i++;
            } else {
                plain.append(next);
            }
        }
        return plain.toString();
    }

    public static byte[] of(String escaped) {
        return bytes(unescaped(escaped));
    }

    static byte[] bytes(String unescaped) {
        return unescaped.chars().allMatch(each -> each < 256)
                ? unescaped.getBytes(StandardCharsets.ISO_8859_1)
                : unescaped.getBytes(StandardCharsets.UTF_8);
    }

    /** So many spaces, which take up a thousandth of that. */
    static byte[] bomb(int unpacked) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(" ".repeat(unpacked).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
