package dev.vouch.scoring.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RateCardsTest {

    @Test
    void the_shipped_table_is_readable_and_names_its_sources() {
        // when
        var card = RateCards.read();

        // then
        assertThat(card.version()).isEqualTo("1");
        assertThat(card.rates()).isNotEmpty().allSatisfy(rate -> {
            assertThat(rate.source()).isNotBlank();
            assertThat(rate.lowPerThousandMinorUnits()).isLessThanOrEqualTo(rate.highPerThousandMinorUnits());
        });
    }
}
