package dev.vouch.testkit.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of {@code naughty-strings.json}.
 *
 * @param json as it stands in a JSON document, quotation marks included
 */
public record NaughtyString(String name, String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static List<NaughtyString> all() {
        try (var in = NaughtyString.class.getResourceAsStream("naughty-strings.json")) {
            if (in == null) {
                throw new FileNotFoundException("naughty-strings.json");
            }
            var strings = new ArrayList<NaughtyString>();
            for (var entry : JSON.readTree(in)) {
                // what is no text of Unicode can only be written as it would be sent
                var json = entry.has("raw")
                        ? "\"" + entry.path("raw").asText() + "\""
                        : JSON.writeValueAsString(
                                entry.has("repeat")
                                        ? entry.path("repeat")
                                                .asText()
                                                .repeat(entry.path("times").asInt())
                                        : entry.path("text").asText());
                strings.add(new NaughtyString(entry.path("name").asText(), json));
            }
            return List.copyOf(strings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a reader of the JSON gets. */
    public String text() {
        try {
            return JSON.readTree(json).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
