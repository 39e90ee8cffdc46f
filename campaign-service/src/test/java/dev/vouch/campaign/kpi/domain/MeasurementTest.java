package dev.vouch.campaign.kpi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final Instant T0 = Instant.parse("2026-12-10T12:00:00Z");

    @Test
    void any_order_and_any_repetition_ends_in_the_same_state() {
        var told =
                List.of(likes(10, 0, "a"), likes(30, 2, "b"), likes(20, 1, "c"), likes(25, 2, "a"), clicks(7, 1, "d"));
        var expected = fold(told);
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var shuffled = new ArrayList<>(told);
            shuffled.add(told.get(random.nextInt(told.size())));
            Collections.shuffle(shuffled, random);

            assertThat(fold(shuffled)).isEqualTo(expected);
        }
        assertThat(expected.likes()).isEqualTo(new Reading(30, T0.plusSeconds(2), "b"));
        assertThat(expected.clicks()).isEqualTo(new Reading(7, T0.plusSeconds(1), "d"));
    }

    @Test
    void a_figure_that_the_newest_source_does_not_know_keeps_its_last_reading() {
        assertThat(fold(List.of(likes(10, 0, "a"), clicks(3, 5, "b"))).likes()).isNotNull();
    }

    @Test
    void hidden_likes_are_missing_and_not_nothing() {
        assertThat(Results.of(clicks(3, 0, "a")).engagements().isKnown()).isFalse();
        assertThat(Results.of(likes(0, 0, "a")).engagements()).isEqualTo(new Tally(0, 1));
    }

    private static Measurement fold(List<Measurement> told) {
        @Nullable Measurement state = null;
        for (var each : told) {
            state = each.merged(state);
        }
        assertThat(state).isNotNull();
        return state;
    }

    private static Measurement likes(long value, int second, String eventId) {
        var reading = new Reading(value, T0.plusSeconds(second), eventId);
        return new Measurement("c1", "instagram-00000000000000aa", reading, null, null, null, null, null);
    }

    private static Measurement clicks(long value, int second, String eventId) {
        var reading = new Reading(value, T0.plusSeconds(second), eventId);
        return new Measurement("c1", "instagram-00000000000000aa", null, null, null, null, null, reading);
    }
}
