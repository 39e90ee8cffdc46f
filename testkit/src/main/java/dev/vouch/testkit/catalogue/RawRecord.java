package dev.vouch.testkit.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record before it is sent: that of a good event, until something is done to it. */
public final class RawRecord {

    private static final int OVER_EVERY_LIMIT = 1_200_000;

    byte @Nullable [] value;

    @Nullable
    String key;

    private final Map<String, String> headers;
    private boolean packed;

    public RawRecord(String key, Map<String, String> headers, byte[] value) {
        this.key = key;
        this.headers = new LinkedHashMap<>(headers);
        this.value = value;
    }

    /** Sent compressed, so that it is small until it is read. */
    public boolean isPacked() {
        return packed;
    }

    public ProducerRecord<byte[], byte[]> to(String topic, int partition) {
        var bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(topic, partition, bytes, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    byte[] value() {
        return Objects.requireNonNull(value);
    }

    void header(String name, String text) {
        headers.put(name, text);
    }

    void without(String name) {
        headers.remove(name);
    }

    void manyHeaders(int count) {
        for (int i = 0; i < count; i++) {
            headers.put("x-note-" + i, "n");
        }
    }

    void unpacked(int spaces) {
        value = " ".repeat(spaces).getBytes(StandardCharsets.US_ASCII);
        packed = true;
    }

    void overLimit() {
        value = "x".repeat(OVER_EVERY_LIMIT).getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
