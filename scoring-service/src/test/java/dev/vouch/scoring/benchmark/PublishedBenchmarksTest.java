package dev.vouch.scoring.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.scoring.benchmark.domain.Tiers;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedBenchmarksTest {

    @Test
    void every_tier_of_instagram_has_a_published_cell_with_source_and_year() {
        // given
        var tiers = Tiers.from(List.of(1_000L, 5_000L, 10_000L, 25_000L, 50_000L, 100_000L, 500_000L, 1_000_000L));

        // when
        var cells = PublishedBenchmarks.cells(tiers);

        // then
        assertThat(cells)
                .filteredOn(cell -> cell.platform().equals("instagram"))
                .hasSize(8);
        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.source()).isNotBlank();
            assertThat(cell.year()).isGreaterThan(2000);
            assertThat(cell.values()).isSorted();
        });
    }
}
