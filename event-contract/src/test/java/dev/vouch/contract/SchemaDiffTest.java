package dev.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on a small schema, each broken once. */
class SchemaDiffTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHARED = """
            {"$defs": {"name": {"type": "string", "minLength": 1, "maxLength": 10}}}""";
    private static final String OLD = """
            {"type": "object", "required": ["id"], "properties": {
              "id": {"$ref": "https://vouch.dev/schemas/shared.schema.json#/$defs/name"},
              "at": {"type": "string", "format": "date"},
              "code": {"type": "string", "pattern": "[a-z]+"},
              "share": {"type": "number", "minimum": 0, "maximum": 100},
              "mood": {"type": "string", "x-known-values": ["GOOD", "BAD"]},
              "sex": {"enum": ["a", "b"]},
              "tags": {"type": "array", "maxItems": 5, "items": {"$ref": "#/$defs/Tag"}},
              "either": {"anyOf": [{"type": "string"}, {"type": "integer"}]}
            }, "$defs": {"Tag": {"type": "object", "properties": {"word": {"type": "string"}}}}}""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "at": {"type": "string", "format": "date"},   |                                                 | $.at is gone
            "format": "date"                              | "format": "date-time"                           | $.at changed its format
            "pattern": "[a-z]+"                           | "pattern": "[a-f]+"                             | $.code changed its pattern
            "type": "number"                              | "type": "integer"                               | $.share changed its type
            "minimum": 0                                  | "minimum": 1                                    | $.share raised minimum
            "maximum": 100                                | "maximum": 99                                   | $.share lowered maximum
            "format": "date"                              | "format": "date", "maxLength": 10               | $.at lowered maxLength
            ["GOOD", "BAD"]                               | ["GOOD"]                                        | $.mood no longer knows the value BAD
            "x-known-values": ["GOOD", "BAD"]             | "description": "closed"                         | $.mood opened or closed its enumeration
            ["a", "b"]                                    | ["a", "b", "c"]                                 | $.sex changed its enum
            ["id"]                                        | ["id", "at"]                                    | $.at became required
            ["id"]                                        | []                                              | $.id is no longer required
            "word": {"type": "string"}                    | "word": {"type": "integer"}                     | $.tags[].word changed its type
            "maxItems": 5                                 | "maxItems": 4                                   | $.tags lowered maxItems
            , {"type": "integer"}]                        | ]                                               | $.either changed its alternatives
            """)
    void a_forbidden_change_is_named_with_its_place(String from, String to, String expected) throws Exception {
        assertThat(SchemaDiff.breaks(json(OLD), json(SHARED), json(changed(from, to == null ? "" : to)), json(SHARED)))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "format": "date"     | "format": "date", "description": "the day"
            ["GOOD", "BAD"]      | ["GOOD", "BAD", "SOSO"]
            "maximum": 100       | "maximum": 200
            "tags":              | "more": {"type": "string"}, "tags":
            """)
    void what_nobody_is_hurt_by_is_free(String from, String to) throws Exception {
        assertThat(SchemaDiff.breaks(json(OLD), json(SHARED), json(changed(from, to)), json(SHARED)))
                .isEmpty();
    }

    @Test
    void a_change_of_what_is_shared_counts_where_it_is_used() throws Exception {
        var shorter = json(SHARED.replace("10", "9"));

        assertThat(SchemaDiff.breaks(json(OLD), json(SHARED), json(OLD), shorter))
                .containsExactly("$.id lowered maxLength");
    }

    private static String changed(String from, String to) {
        assertThat(OLD).contains(from);
        return OLD.replace(from, to);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
