package dev.vouch.campaign.budget.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Money FEE = euro(300);

    private final Budget budget = Budget.opened("c1", 1, euro(1_000));

    @Test
    void reserves_until_the_last_cent() {
        var full = budget.reserve("a.1", "a", euro(999)).reserve("b.1", "b", euro(1));

        assertThat(full.available()).isEqualTo(euro(0));
        assertThat(full.answerTo("b.1", euro(1))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_cent_too_much_is_refused_with_what_is_left() {
        var refused = budget.reserve("a.1", "a", euro(701)).reserve("b.1", "b", FEE);

        assertThat(refused.reserved()).isEqualTo(euro(701));
        assertThat(refused.answerTo("b.1", FEE))
                .isEqualTo(Decision.refused(Reason.of(
                        "budget.exceeded",
                        "feeMinorUnits",
                        300L,
                        "availableMinorUnits",
                        299L,
                        "budgetMinorUnits",
                        1_000L,
                        "currency",
                        "EUR")));
    }

    @Test
    void reserving_twice_is_reserving_once() {
        var once = budget.reserve("a.1", "a", FEE);

        assertThat(once.reserve("a.1", "a", FEE)).isEqualTo(once);
    }

    @Test
    void a_refused_id_stays_refused_when_money_comes_back() {
        var refused = budget.reserve("a.1", "a", euro(900)).reserve("b.1", "b", FEE);

        var again = refused.release("a.1", "a").reserve("b.1", "b", FEE);

        assertThat(again.answerTo("b.1", FEE)).isInstanceOf(Decision.Refused.class);
        assertThat(again.reserve("b.2", "b", FEE).answerTo("b.2", FEE)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void a_reservation_that_comes_after_its_release_is_refused() {
        var late = budget.release("a.1", "a").reserve("a.1", "a", FEE);

        assertThat(late.reserved()).isEqualTo(euro(0));
        assertThat(late.answerTo("a.1", FEE))
                .isEqualTo(Decision.refused(Reason.of("budget.reservation-released", "reservation", "a.1")));
    }

    @Test
    void releasing_twice_gives_the_money_back_once() {
        var released = budget.reserve("a.1", "a", FEE).reserve("b.1", "b", FEE).release("a.1", "a");

        assertThat(released.release("a.1", "a")).isEqualTo(released);
        assertThat(released.reserved()).isEqualTo(FEE);
    }

    @Test
    void another_currency_is_refused() {
        var dollars = new Money(1, "USD");

        assertThat(budget.reserve("a.1", "a", dollars).answerTo("a.1", dollars))
                .isEqualTo(Decision.refused(Reason.of("budget.other-currency", "fee", "0.01 USD", "currency", "EUR")));
    }

    @Test
    void the_amount_of_an_older_draft_comes_too_late() {
        var amended = budget.amended(3, euro(2_000));

        assertThat(amended.amended(2, euro(5))).isEqualTo(amended);
    }

    @Test
    void no_order_of_reserving_and_releasing_promises_more_than_there_is() {
        var random = new Random(42);
        var state = budget;
        var ids = new ArrayList<>(List.of("seed.1"));
        for (int step = 0; step < 2_000; step++) {
            var id = random.nextInt(4) == 0 ? ids.get(random.nextInt(ids.size())) : "c" + step + ".1";
            ids.add(id);
            state = random.nextBoolean() ? state.reserve(id, id, euro(random.nextInt(400))) : state.release(id, id);
            assertThat(state.reserved().minorUnits()).isBetween(0L, 1_000L);
        }
    }

    private static Money euro(long cents) {
        return new Money(cents, "EUR");
    }
}
