package dev.vouch.chassis.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.vouch.contract.Event;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The one JSON mapper for events. Open for what is new (unknown properties, unknown enumeration values), strict in all else:
 * no duplicate keys, no text for numbers, no fraction for an integer, nothing behind the value.
 */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addDeserializer(String.class, new UnicodeText())
                    .addDeserializer(Instant.class, new TextOnly<>(Instant.class, EventTime::parse))
                    .addDeserializer(LocalDate.class, new TextOnly<>(LocalDate.class, EventJson::date)))
            .annotationIntrospector(new UnknownAsDefault())
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    /** @throws IOException with a message that says where and what, when the bytes are no such event */
    public static <E extends Event> E read(byte[] value, Class<E> type) throws IOException {
        var event = MAPPER.readValue(value, type);
        if (event == null) {
            throw new IOException("null is no event");
        }
        return event;
    }

    public static byte[] write(Event event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException ourOwnRecord) {
            throw new IllegalStateException(ourOwnRecord);
        }
    }

    private static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        EventTime.requireFourDigits(date.getYear());
        return date;
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }

    /** The contract is plain Java, so the constant for values of the future is found by its name and not by an annotation. */
    private static final class UnknownAsDefault extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Enum<?> findDefaultEnumValue(AnnotatedClass type, Enum<?>[] constants) {
            for (var constant : constants) {
                if (constant.name().equals("UNKNOWN")) {
                    return constant;
                }
            }
            return super.findDefaultEnumValue(type, constants);
        }
    }
}
