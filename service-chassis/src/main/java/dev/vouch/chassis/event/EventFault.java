package dev.vouch.chassis.event;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Says in our own words why bytes are no event; the parser's words name classes. */
public final class EventFault {

    private EventFault() {}

    /** What the contract's records say of themselves is kept as it is. */
    public static String plain(IOException fault) {
        if (fault.getCause() instanceof IllegalArgumentException check && check.getMessage() != null) {
            return check.getMessage();
        }
        if (fault instanceof CharacterCodingException) {
            return "no valid UTF-8";
        }
        if (fault instanceof StreamConstraintsException) {
            return "nested too deeply, or a name, text or number in it is too long";
        }
        if (fault instanceof JsonParseException syntax) {
            return syntax.getOriginalMessage().startsWith("Duplicate field")
                    ? syntax.getOriginalMessage()
                    : "no well-formed JSON" + place(syntax);
        }
        if (fault instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return path(mapping) + ": has another type or is out of range";
        }
        return "is no such event";
    }

    private static String place(JsonProcessingException fault) {
        var location = fault.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String path(JsonMappingException fault) {
        var path = new StringBuilder();
        for (var step : fault.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
