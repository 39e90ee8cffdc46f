package dev.vouch.chassis.decision;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why something was refused, excluded or scored as it was: a stable code and the facts behind it. Its sentence stands in
 * {@code reasons_en.properties} and {@code reasons_de.properties} under the code.
 *
 * @param code dotted and lower case, e.g. {@code contact.too-soon}
 * @param facts by name, in the order given; values are strings, numbers or booleans so that every store and JSON keeps them
 */
public record Reason(String code, Map<String, Object> facts) {

    public Reason {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** @param namesAndValues name, value, name, value ...; a value that is no string, number or boolean is kept as text */
    public static Reason of(String code, Object... namesAndValues) {
        var facts = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], plain(namesAndValues[i + 1]));
        }
        return new Reason(code, facts);
    }

    public static Optional<Reason> when(boolean objects, String code, Object... namesAndValues) {
        return objects ? Optional.of(of(code, namesAndValues)) : Optional.empty();
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : String.valueOf(value);
    }
}
