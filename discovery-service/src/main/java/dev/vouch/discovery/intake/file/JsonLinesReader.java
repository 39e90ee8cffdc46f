package dev.vouch.discovery.intake.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vouch.chassis.decision.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.Set;

/** One JSON object a line. A broken line is that line's fault only. */
final class JsonLinesReader implements RowReader {

    private static final int LONGEST_LINE = 1024 * 1024;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public Set<String> columns(Reader file) throws IOException {
        var lines = new BufferedReader(file);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                var names = new LinkedHashSet<String>();
                object(line).fieldNames().forEachRemaining(names::add);
                return names;
            }
        }
        return Set.of();
    }

    @Override
    public void read(Reader file, RowSink sink) throws IOException {
        var lines = new BufferedReader(file);
        long number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                number++;
                sink.take(row(number, line));
            }
        }
    }

    private static Row row(long number, String line) {
        if (line.length() > LONGEST_LINE) {
            return Row.unreadable(number, Reason.of("import.line-too-long", "limit", LONGEST_LINE));
        }
        try {
            return Row.of(number, object(line));
        } catch (JsonProcessingException broken) {
            return Row.unreadable(number, Reason.of("import.not-json"));
        }
    }

    private static JsonNode object(String line) throws JsonProcessingException {
        var value = JSON.readTree(line);
        if (!value.isObject()) {
            throw new com.fasterxml.jackson.core.JsonParseException(null, "no object");
        }
        return value;
    }
}
