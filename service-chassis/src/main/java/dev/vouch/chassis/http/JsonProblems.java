package dev.vouch.chassis.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.vouch.chassis.http.Problem.Violation;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in our own words what is wrong with a JSON body; Jackson's words name classes. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem of(JsonProcessingException error) {
        if (error instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            var violation = new Violation(path(mapping), message(mapping));
            return Problem.of(ProblemType.INVALID_REQUEST, null).with(List.of(violation));
        }
        return Problem.of(ProblemType.INVALID_REQUEST, wholeBody(error));
    }

    private static String wholeBody(JsonProcessingException error) {
        if (error instanceof StreamConstraintsException) {
            return "The body is nested too deeply, or a name, text or number in it is too long.";
        }
        if (error instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null) {
            return "The body must be " + wanted(mismatched.getTargetType()) + " and nothing more.";
        }
        return "The body is not well-formed JSON" + place(error.getLocation()) + ".";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String message(JsonMappingException error) {
        if (error instanceof UnrecognizedPropertyException) {
            return "is not known";
        }
        if (error.getCause() instanceof StreamConstraintsException) {
            return "is nested too deeply or too long";
        }
        if (error instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return "must be one of "
                    + Arrays.stream(format.getTargetType().getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (error instanceof MismatchedInputException mismatched && mismatched.getTargetType() != null) {
            return "must be " + wanted(mismatched.getTargetType());
        }
        if (error.getCause() instanceof InputCoercionException outOfRange) {
            return "must be " + wanted(outOfRange.getTargetType());
        }
        return "is not valid";
    }

    private static String wanted(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return "a text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number within its range";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "a date or time as in ISO 8601";
        }
        if (type.isArray() || (Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type))) {
            return "a list";
        }
        return "an object";
    }

    private static String path(JsonMappingException error) {
        var path = new StringBuilder();
        for (var step : error.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
