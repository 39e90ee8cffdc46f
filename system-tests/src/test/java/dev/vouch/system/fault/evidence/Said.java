package dev.vouch.system.fault.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One record of a topic as an outside reader finds it. Any header may be missing, the value may be anything. */
public record Said(String topic, int partition, long offset, String key, byte[] value, Map<String, String> headers) {

    public static final String DRIVER = "/fault-driver";

    private static final ObjectMapper JSON = new ObjectMapper();

    static Said of(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        return new Said(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8),
                record.value() == null ? new byte[0] : record.value(),
                headers);
    }

    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    public String subject() {
        return headers.getOrDefault("ce_subject", "");
    }

    /** Whether the driver of the load said it in an owner's place. */
    public boolean isTheDrivers() {
        return DRIVER.equals(headers.get("ce_source"));
    }

    /** 0 for what has none. */
    public long sequence() {
        return Long.parseLong(headers.getOrDefault("ce_sequence", "0"));
    }

    /** Without the common beginning and the version: {@code campaign.launched}. */
    public String type() {
        return headers.getOrDefault("ce_type", "").replaceAll("^dev\\.vouch\\.|\\.v\\d+$", "");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(value);
        } catch (IOException notJson) {
            throw new IllegalStateException(topic + " " + id() + " is no JSON", notJson);
        }
    }
}
