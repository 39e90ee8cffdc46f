package dev.vouch.local.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CreatorResultsTest {

    private static final Agreed AGREED =
            new Agreed("k1", "instagram-00000000000000aa", 8_000, 24_050, Instant.parse("2026-11-24T10:00:00Z"));

    private final CreatorResults results = new CreatorResults("c1", "EUR");

    @Test
    void the_same_collaboration_brings_the_same_events() {
        assertThat(results.of(AGREED)).isEqualTo(new CreatorResults("c1", "EUR").of(AGREED));
    }

    @Test
    void only_the_newer_reading_of_a_post_counts_however_often_it_is_handed_in() {
        var expected = new ExpectedKpis();
        expected.agreed(AGREED);
        expected.handedIn(results.of(AGREED));
        var once = expected.actual("engagements", "interactions");

        expected.handedIn(results.of(AGREED));

        assertThat(expected.actual("engagements", "interactions"))
                .isEqualTo(once)
                .isPositive();
    }

    @Test
    void costs_are_stated_in_the_asked_unit() {
        var expected = new ExpectedKpis();
        expected.agreed(AGREED);
        expected.handedIn(results.of(AGREED));

        assertThat(expected.actual("cost_per_engagement", "EUR minor units"))
                .isEqualByComparingTo(
                        expected.actual("cost_per_engagement", "EUR").movePointRight(2));
    }

    @Test
    void nothing_handed_in_is_unknown_and_not_zero() {
        assertThat(new ExpectedKpis().actual("engagements", "interactions")).isNull();
    }
}
