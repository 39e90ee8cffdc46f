package dev.vouch.scoring.benchmark.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.vouch.scoring.benchmark.domain.BenchmarkCell.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    private static final Instant NOW = Instant.parse("2026-05-15T00:00:00Z");
    private static final BenchmarkCell PUBLISHED = new BenchmarkCell(
            "instagram",
            "1k-5k",
            BenchmarkCell.EVERY_CATEGORY,
            0,
            Origin.PUBLISHED,
            "somebody",
            2026,
            List.of(0, 20, 40, 60, 80),
            List.of(0.0, 1.0, 2.0, 3.0, 5.0));

    @Test
    void tiers_follow_the_configured_bounds_without_a_gap() {
        // given
        var tiers = Tiers.from(List.of(1_000L, 5_000L, 1_000_000L));

        // then
        assertThat(tiers.of(999).id()).isEqualTo("below-1k");
        assertThat(tiers.of(1_000).id()).isEqualTo("1k-5k");
        assertThat(tiers.of(4_999).id()).isEqualTo("1k-5k");
        assertThat(tiers.of(5_000).id()).isEqualTo("5k-1m");
        assertThat(tiers.of(96_476_007).id()).isEqualTo("1m-and-more");
    }

    @Test
    void bounds_that_do_not_ascend_are_refused() {
        assertThatThrownBy(() -> Tiers.from(List.of(5_000L, 1_000L))).hasMessageContaining("ascend");
    }

    @Test
    void two_histograms_merged_are_one_over_both_parts() {
        // given
        var random = new Random(7);
        var whole = new Histogram();
        var one = new Histogram();
        var other = new Histogram();
        for (int i = 0; i < 1_000; i++) {
            double value = Math.exp(random.nextGaussian());
            whole.add(value);
            (i % 3 == 0 ? one : other).add(value);
        }

        // when
        one.merge(other);

        // then
        assertThat(one.size()).isEqualTo(1_000);
        assertThat(one.quantiles()).isEqualTo(whole.quantiles()).hasSize(101);
    }

    @Test
    void quantiles_are_the_values_that_were_counted() {
        // given
        var histogram = new Histogram();
        for (int i = 1; i <= 200; i++) {
            histogram.add(i / 10.0);
        }

        // then
        assertThat(histogram.quantiles().get(0)).isEqualTo(0.1);
        assertThat(histogram.quantiles().get(50)).isEqualTo(10.0);
        assertThat(histogram.quantiles().get(100)).isEqualTo(20.0);
    }

    @Test
    void a_percentile_lies_between_its_neighbours_and_approaches_hundred_beyond_the_last() {
        assertThat(PUBLISHED.percentileOf(1.5)).isEqualTo(30);
        assertThat(PUBLISHED.percentileOf(5.0)).isEqualTo(80);
        assertThat(PUBLISHED.percentileOf(10.0)).isEqualTo(90);
        assertThat(PUBLISHED.percentileOf(1_000)).isCloseTo(100, within(0.2)).isLessThan(100);
        assertThat(PUBLISHED.median()).isEqualTo(2.5);
    }

    @Test
    void own_accounts_replace_the_published_figures_from_two_hundred_on() {
        // given
        var few = new Census();
        few.count("instagram", "1k-5k", observations(199, "food"));
        var enough = new Census();
        enough.count("instagram", "1k-5k", observations(120, "food"));
        enough.count("instagram", "1k-5k", observations(90, "travel"));

        // when
        var before = few.snapshot("er", NOW, List.of(PUBLISHED));
        var after = enough.snapshot("er", NOW, List.of(PUBLISHED));

        // then
        assertThat(before.cellFor("instagram", "1k-5k", List.of("food"))
                        .orElseThrow()
                        .origin())
                .isEqualTo(Origin.PUBLISHED);
        var cell = after.cellFor("instagram", "1k-5k", List.of("food")).orElseThrow();
        assertThat(cell.origin()).isEqualTo(Origin.OWN);
        assertThat(cell.category()).isEqualTo(BenchmarkCell.EVERY_CATEGORY);
        assertThat(cell.accounts()).isEqualTo(210);
        assertThat(after.cells()).hasSize(1);
    }

    @Test
    void a_category_with_enough_accounts_has_a_cell_of_its_own() {
        // given
        var census = new Census();
        census.count("instagram", "1k-5k", observations(250, "food"));

        // when
        var snapshot = census.snapshot("er", NOW, List.of());

        // then
        assertThat(snapshot.cellFor("instagram", "1k-5k", List.of("food"))
                        .orElseThrow()
                        .category())
                .isEqualTo("food");
        assertThat(snapshot.cellFor("instagram", "5k-10k", List.of("food"))).isEmpty();
    }

    @Test
    void the_same_figures_are_the_same_snapshot() {
        // given
        var one = new Census();
        one.count("instagram", "1k-5k", observations(250, "food"));
        var other = new Census();
        other.count("instagram", "1k-5k", observations(100, "food"));
        other.count("instagram", "1k-5k", observations(250, "food").subList(100, 250));

        // then
        assertThat(one.snapshot("er", NOW, List.of()).id())
                .isEqualTo(other.snapshot("er", NOW.plusSeconds(60), List.of()).id());
    }

    private static List<Observation> observations(int count, String category) {
        var all = new ArrayList<Observation>();
        for (int i = 0; i < count; i++) {
            all.add(new Observation(1 + i / 100.0, List.of(category)));
        }
        return all;
    }
}
