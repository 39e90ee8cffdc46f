package dev.vouch.campaign.budget.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void division_rounds_half_up_to_the_minor_unit() {
        assertThat(new Money(1_000, "EUR").dividedBy(3, 1).minorUnits()).isEqualTo(333);
        assertThat(new Money(5, "EUR").dividedBy(10, 1).minorUnits()).isEqualTo(1);
        assertThat(new Money(49, "EUR").dividedBy(100, 1).minorUnits()).isZero();
    }

    @Test
    void per_thousand_does_not_lose_what_a_division_before_the_multiplication_would() {
        assertThat(new Money(100_000, "EUR").dividedBy(64_000, 1_000).minorUnits())
                .isEqualTo(1_563);
    }

    @Test
    void a_currency_without_cents_has_none() {
        assertThat(new Money(1_050, "JPY")).hasToString("1050 JPY");
        assertThat(new Money(1_050, "EUR")).hasToString("10.50 EUR");
    }

    @Test
    void sums_neither_overflow_nor_mix_currencies() {
        var most = new Money(Long.MAX_VALUE, "EUR");

        assertThatThrownBy(() -> most.plus(new Money(1, "EUR"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.plus(new Money(1, "USD"))).isInstanceOf(IllegalArgumentException.class);
    }
}
