package dev.vouch.testkit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.contract.EventType;
import dev.vouch.contract.EventTypes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CataloguesTest {

    private static final int REQUESTS = 52;
    private static final int EVENTS = 38;
    private static final int STRINGS = 60;

    @Test
    void all_malformed_requests_are_there_or_it_is_said_why_not() {
        assertCompleteAndUnique(MalformedRequest.all(), MalformedRequest::id, REQUESTS);
    }

    @Test
    void all_poison_events_are_there_or_it_is_said_why_not() {
        assertCompleteAndUnique(PoisonEvent.all(), PoisonEvent::id, EVENTS);
    }

    @Test
    void there_are_naughty_strings_of_every_kind() {
        assertThat(NaughtyString.all()).hasSizeGreaterThan(STRINGS);
        assertThat(NaughtyString.all()).extracting(NaughtyString::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_event_has_a_sample_that_its_schema_takes(EventType<?> type) {
        var sample = new EventSample(type, Map.of());

        assertThat(sample.isValid(sample.bytes())).isTrue();
        assertThat(sample.isValid(new byte[] {'{', '}'})).isFalse();
    }

    static List<EventType<?>> types() {
        return EventTypes.all();
    }

    /** Several rows may make up one case: {@code 11a}, {@code 11b}. */
    private static <R> void assertCompleteAndUnique(List<R> rows, Function<R, String> id, int cases) {
        assertThat(rows).extracting(id).doesNotHaveDuplicates();
        assertThat(rows.stream().map(id).map(each -> each.replaceAll("\\D", "")).distinct())
                .containsAll(IntStream.rangeClosed(1, cases)
                        .mapToObj(Integer::toString)
                        .toList());
    }
}
