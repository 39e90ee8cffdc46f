package dev.vouch.scoring.shortlist.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SelectionTest {

    @Test
    void the_budget_is_never_exceeded_and_the_choice_is_near_the_best_possible() {
        // given
        var random = new Random(11);
        double worst = 1;
        double sum = 0;
        int instances = 200;
        for (int i = 0; i < instances; i++) {
            var options = options(random, 12);
            var limits = new Limits(1_000 + random.nextInt(4_000), 1 + random.nextInt(6), 0, 100);

            // when
            var selection = Selection.of(options, List.of(), limits);

            // then
            assertThat(selection.feesMinorUnits()).isLessThanOrEqualTo(limits.budgetMinorUnits());
            assertThat(selection.chosen()).hasSizeLessThanOrEqualTo(limits.size());
            double best = best(options, limits);
            double share = best == 0 ? 1 : selection.value() / best;
            worst = Math.min(worst, share);
            sum += share;
        }
        assertThat(worst).isGreaterThan(0.8);
        assertThat(sum / instances).isGreaterThan(0.97);
    }

    @Test
    void the_order_of_the_options_does_not_matter() {
        // given
        var options = new ArrayList<>(options(new Random(5), 40));
        var limits = new Limits(9_000, 8, 0, 100);
        var first = Selection.of(options, List.of(), limits);

        // when
        Collections.shuffle(options, new Random(6));

        // then
        assertThat(Selection.of(options, List.of(), limits)).isEqualTo(first);
    }

    @Test
    void each_further_person_of_the_same_circle_adds_less() {
        // given
        var one = option("a", "Backen", 1_000);
        var two = option("b", "Backen", 1_000);
        var other = option("c", "Yoga", 1_000);

        // then
        assertThat(MarginalGain.of(two, List.of(one))).isLessThan(MarginalGain.of(other, List.of(one)));
        assertThat(MarginalGain.of(other, List.of(one))).isLessThan(MarginalGain.of(other, List.of()));
    }

    private static double best(List<Option> options, Limits limits) {
        double best = 0;
        for (int set = 0; set < 1 << options.size(); set++) {
            if (Integer.bitCount(set) > limits.size()) {
                continue;
            }
            var chosen = new ArrayList<Option>();
            long fees = 0;
            double value = 0;
            for (int i = 0; i < options.size(); i++) {
                if ((set >> i & 1) == 1) {
                    value += MarginalGain.of(options.get(i), chosen);
                    chosen.add(options.get(i));
                    fees += options.get(i).feeMinorUnits();
                }
            }
            if (fees <= limits.budgetMinorUnits()) {
                best = Math.max(best, value);
            }
        }
        return best;
    }

    private static List<Option> options(Random random, int count) {
        var options = new ArrayList<Option>();
        for (int i = 0; i < count; i++) {
            options.add(new Option(
                    "instagram-%016x".formatted(i),
                    random.nextInt(1_000),
                    random.nextInt(2_000),
                    random.nextDouble(),
                    100 + random.nextInt(1_500),
                    "de",
                    random.nextBoolean() ? "Backen" : "Yoga",
                    List.of(),
                    List.of()));
        }
        return options;
    }

    private static Option option(String id, String topic, double engagements) {
        return new Option(id, 700, engagements, 0.5, 500, "de", topic, List.of(), List.of());
    }
}
