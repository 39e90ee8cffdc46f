package dev.vouch.chassis.event;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.vouch.contract.Event;
import dev.vouch.contract.EventType;
import dev.vouch.contract.EventTypes;
import dev.vouch.contract.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a checked event: CloudEvents 1.0 in binary mode ({@code ce_} headers) or structured mode (one JSON object with
 * {@code data}). The hot path parses straight into the record, which checks itself; the JSON Schema is asked only to explain
 * a refusal.
 */
public final class EventReader {

    private static final int MAX_ATTRIBUTE = 512;
    private static final String STRUCTURED = "application/cloudevents+json";

    private final Set<Class<? extends Event>> handled;
    private final SchemaExplainer explainer = new SchemaExplainer();

    /** @param handled the event records of this consumer; every other type reads as unhandled */
    public EventReader(Set<Class<? extends Event>> handled) {
        this.handled = Set.copyOf(handled);
    }

    public Reading read(ConsumerRecord<byte[], byte[]> record) {
        var value = record.value();
        if (value == null) {
            return new Reading.Invalid("envelope", "the record has no value", null);
        }
        try {
            var attributes = attributesOf(record);
            var data = value;
            if (isStructured(attributes)) {
                var event = EventJson.mapper().readTree(utf8(value));
                attributes = attributesOf(event);
                data = EventJson.mapper().writeValueAsBytes(event.get("data"));
            }
            return read(attributes, data);
        } catch (EnvelopeFault fault) {
            return new Reading.Invalid("envelope", String.valueOf(fault.getMessage()), null);
        } catch (IOException fault) {
            return new Reading.Invalid("json", EventFault.plain(fault), null);
        }
    }

    private Reading read(Map<String, String> attributes, byte[] data) throws EnvelopeFault {
        var known = EventTypes.find(attribute(attributes, "type"));
        var envelope = envelope(attributes, known.map(EventType::topic).orElse(null));
        if (known.isEmpty() || !handled.contains(known.get().record())) {
            return new Reading.Unhandled(envelope);
        }
        return read(envelope, known.get(), data);
    }

    private Reading read(Envelope envelope, EventType<?> type, byte[] data) {
        try {
            return new Reading.Known(new Received<>(envelope, EventJson.read(utf8(data), type.record())));
        } catch (JsonParseException | StreamConstraintsException | CharacterCodingException fault) {
            return new Reading.Invalid("json", EventFault.plain(fault), envelope);
        } catch (IOException fault) {
            return new Reading.Invalid("schema", explainer.explain(type, data, EventFault.plain(fault)), envelope);
        }
    }

    private static Envelope envelope(Map<String, String> attributes, @Nullable Topic topic) throws EnvelopeFault {
        var sequence = attributes.get("sequence");
        var isFact = topic == null ? sequence != null : topic.kind() != Topic.Kind.OBSERVATIONS;
        if (isFact && sequence == null) {
            throw new EnvelopeFault("sequence is missing");
        }
        var subject = isFact ? attribute(attributes, "subject") : attributes.getOrDefault("subject", "");
        return new Envelope(
                attribute(attributes, "id"),
                attribute(attributes, "source"),
                attribute(attributes, "type"),
                subject,
                isFact ? sequence(sequence) : 0,
                time(attribute(attributes, "time")),
                attributes.get("correlationid"),
                attributes.get("causationid"),
                attributes.get("traceparent"));
    }

    private static String attribute(Map<String, String> attributes, String name) throws EnvelopeFault {
        var value = attributes.get(name);
        if (value == null || value.isBlank()) {
            throw new EnvelopeFault(name + " is missing");
        }
        if (value.length() > MAX_ATTRIBUTE) {
            throw new EnvelopeFault(name + " is longer than " + MAX_ATTRIBUTE + " characters");
        }
        return value;
    }

    private static long sequence(@Nullable String text) throws EnvelopeFault {
        try {
            var sequence = Long.parseLong(String.valueOf(text));
            if (sequence > 0) {
                return sequence;
            }
        } catch (NumberFormatException notANumber) {
            throw new EnvelopeFault("sequence is not a whole number: " + text);
        }
        throw new EnvelopeFault("sequence starts at 1: " + text);
    }

    private static Instant time(String text) throws EnvelopeFault {
        try {
            return EventTime.parse(text);
        } catch (DateTimeException notATime) {
            throw new EnvelopeFault("time is not an RFC 3339 time with a zone: " + text);
        }
    }

    private static boolean isStructured(Map<String, String> attributes) {
        var contentType = attributes.get(Outgoing.CONTENT_TYPE);
        return contentType == null ? !attributes.containsKey("specversion") : contentType.startsWith(STRUCTURED);
    }

    private static Map<String, String> attributesOf(ConsumerRecord<byte[], byte[]> record) throws EnvelopeFault {
        var attributes = new HashMap<String, String>();
        for (var header : record.headers()) {
            if (header.value() == null) {
                continue;
            }
            var name = header.key();
            if (name.startsWith(Outgoing.PREFIX)) {
                attributes.put(name.substring(Outgoing.PREFIX.length()), text(header.value()));
            } else if (name.equals(Outgoing.CONTENT_TYPE)) {
                attributes.put(name, text(header.value()));
            }
        }
        return attributes;
    }

    private static Map<String, String> attributesOf(JsonNode event) throws EnvelopeFault {
        if (!event.isObject() || !event.path("data").isObject()) {
            throw new EnvelopeFault("no ce_ headers, and the value is no structured CloudEvent with data");
        }
        var attributes = new HashMap<String, String>();
        event.properties().forEach(property -> {
            if (property.getValue().isValueNode()) {
                attributes.put(property.getKey(), property.getValue().asText());
            }
        });
        return attributes;
    }

    private static String text(byte[] value) throws EnvelopeFault {
        try {
            return decode(value);
        } catch (CharacterCodingException notUtf8) {
            throw new EnvelopeFault("a header is no UTF-8");
        }
    }

    /** Jackson replaces broken UTF-8 in some places; a broken value must be refused in all. */
    private static byte[] utf8(byte[] value) throws CharacterCodingException {
        decode(value);
        return value;
    }

    private static String decode(byte[] value) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(value))
                .toString();
    }

    private static final class EnvelopeFault extends Exception {
        private static final long serialVersionUID = 1L;

        EnvelopeFault(String message) {
            super(message);
        }
    }
}
