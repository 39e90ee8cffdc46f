package dev.vouch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenExampleTest {

    /** 2 and 2.0 are the same number. */
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    };

    static Stream<Arguments> examples() {
        return EventTypes.all().stream()
                .flatMap(type -> ContractFiles.exampleFiles(type).stream().map(file -> Arguments.of(type, file)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void each_example_is_valid_and_the_record_loses_nothing_of_it(EventType<?> type, Path file) throws Exception {
        var example = ContractFiles.json(file);

        var event = StrictJson.MAPPER.treeToValue(example, type.record());
        var written = StrictJson.MAPPER.readTree(StrictJson.MAPPER.writeValueAsBytes(event));

        assertThat(ContractFiles.schema(type).validate(example)).isEmpty();
        assertThat(example.equals(BY_VALUE, written))
                .as("%s written as %s", example, written)
                .isTrue();
        assertThat(ContractFiles.schema(type).validate(written)).isEmpty();
    }

    @Test
    void each_event_has_a_smallest_example_and_one_with_every_field() {
        for (var type : EventTypes.all()) {
            var files = ContractFiles.exampleFiles(type);
            assertThat(files).as(type.type()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(files).extracting(file -> file.getFileName().toString()).contains("smallest.json");

            var all = ContractFiles.json(ContractFiles.schemaFile(type)).path("properties");
            assertThat(files)
                    .as("%s: one example shows all fields", type.type())
                    .anyMatch(file -> ContractFiles.json(file).size() == all.size());
        }
    }
}
