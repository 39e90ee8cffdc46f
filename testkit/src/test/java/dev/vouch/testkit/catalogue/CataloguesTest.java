package dev.vouch.testkit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CataloguesTest {

    private static final int REQUESTS = 52;

    @Test
    void all_malformed_requests_are_there_or_it_is_said_why_not() {
        assertCompleteAndUnique(MalformedRequest.all(), MalformedRequest::id, REQUESTS);
    }

    /** Several rows may make up one case: {@code 11a}, {@code 11b}. */
    private static <R> void assertCompleteAndUnique(List<R> rows, Function<R, String> id, int cases) {
        assertThat(rows).extracting(id).doesNotHaveDuplicates();
        assertThat(rows.stream().map(id).map(each -> each.replaceAll("\\D", "")).distinct())
                .containsAll(IntStream.rangeClosed(1, cases).mapToObj(Integer::toString).toList());
    }
}
