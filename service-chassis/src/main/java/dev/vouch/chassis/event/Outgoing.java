package dev.vouch.chassis.event;

import dev.vouch.contract.Event;
import dev.vouch.contract.EventType;
import dev.vouch.contract.EventTypes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it goes to the broker: CloudEvents in binary mode.
 *
 * @param sequence of the subject; 0 for observations
 * @param headers names to values, in order
 */
@SuppressWarnings("ArrayRecordComponent") // bytes for the broker, read by nobody else and never compared
public record Outgoing(String topic, String key, long sequence, Map<String, String> headers, byte[] value) {

    /** Far below what a topic takes, so that no stored event can ever block its document. */
    static final int MAX_BYTES = 256 * 1024;

    static final String CONTENT_TYPE = "content-type";
    static final String PREFIX = "ce_";

    /** A fact of ours: its id follows from type, subject and sequence. */
    public static Outgoing fact(
            String source,
            String subject,
            String key,
            long sequence,
            Instant time,
            Event event,
            @Nullable Cause cause) {
        var type = EventTypes.of(event.getClass());
        return outgoing(
                EventId.of(type.type(), subject, sequence), source, subject, key, sequence, time, type, event, cause);
    }

    /** An observation that we hand in like any outsider. */
    public static Outgoing observation(String id, String source, String key, Instant time, Event event) {
        return outgoing(id, source, key, key, 0, time, EventTypes.of(event.getClass()), event, null);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String type() {
        return header(PREFIX + "type");
    }

    public Instant time() {
        return Instant.parse(header(PREFIX + "time"));
    }

    private static Outgoing outgoing(
            String id,
            String source,
            String subject,
            String key,
            long sequence,
            Instant time,
            EventType<?> type,
            Event event,
            @Nullable Cause cause) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(PREFIX + "specversion", "1.0");
        headers.put(PREFIX + "id", id);
        headers.put(PREFIX + "source", source);
        headers.put(PREFIX + "type", type.type());
        headers.put(PREFIX + "subject", subject);
        headers.put(PREFIX + "time", time.toString());
        headers.put(PREFIX + "dataschema", type.dataschema().toString());
        if (sequence > 0) {
            headers.put(PREFIX + "sequence", Long.toString(sequence));
        }
        if (cause != null) {
            headers.put(PREFIX + "correlationid", cause.correlationId());
            putIfKnown(headers, "causationid", cause.causationId());
            putIfKnown(headers, "traceparent", cause.traceparent());
        }
        headers.put(CONTENT_TYPE, "application/json");
        var value = EventJson.write(event);
        if (value.length > MAX_BYTES) {
            throw new EventTooLarge(type.type(), value.length, MAX_BYTES);
        }
        return new Outgoing(type.topic().name(), key, sequence, headers, value);
    }

    private static void putIfKnown(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(PREFIX + name, value);
        }
    }
}
