package dev.vouch.scoring.shortlist.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Chooses the set that is worth the budget. The objective has diminishing returns, so a greedy choice is provably not far
 * from the best; three are made and the best kept: by gain, by gain per cost, and the best single person. The same options
 * give the same choice, in whatever order they come.
 *
 * @param chosen in the order of choice, each with what it added
 */
public record Selection(List<Choice> chosen) {

    public record Choice(Option option, double gain) {}

    private static final Comparator<Option> SAME_EVERYWHERE = Comparator.comparing(Option::influencerId);

    /** @param pinned are in, whatever they cost; what is left of the budget is for the others */
    public static Selection of(Collection<Option> options, Collection<Option> pinned, Limits limits) {
        var first = pinned.stream().sorted(SAME_EVERYWHERE).toList();
        var others = options.stream()
                .filter(option -> !first.contains(option))
                .sorted(SAME_EVERYWHERE)
                .toList();
        var byGain = greedy(others, first, limits, MarginalGain::of);
        var byGainPerCost = greedy(
                others,
                first,
                limits,
                (option, chosen) -> MarginalGain.of(option, chosen) / Math.max(1, option.feeMinorUnits()));
        var single = greedy(
                others,
                first,
                new Limits(
                        limits.budgetMinorUnits(),
                        Math.min(limits.size(), first.size() + 1),
                        limits.minimumScoreTenths(),
                        limits.mostOfBudgetPercent()),
                MarginalGain::of);
        return List.of(byGain, byGainPerCost, single).stream()
                .max(Comparator.comparingDouble(Selection::value))
                .orElseThrow();
    }

    public double value() {
        return chosen.stream().mapToDouble(Choice::gain).sum();
    }

    public long feesMinorUnits() {
        return chosen.stream()
                .mapToLong(choice -> choice.option().feeMinorUnits())
                .sum();
    }

    private static Selection greedy(
            List<Option> options,
            List<Option> pinned,
            Limits limits,
            ToDoubleBiFunction<Option, Collection<Option>> worth) {
        var chosen = new ArrayList<Choice>();
        var people = new ArrayList<Option>();
        var left = new ArrayList<>(options);
        long budget = limits.budgetMinorUnits();
        for (var option : pinned) {
            chosen.add(new Choice(option, MarginalGain.of(option, people)));
            people.add(option);
            budget -= option.feeMinorUnits();
        }
        while (people.size() < limits.size()) {
            long affordable = budget;
            left.removeIf(option -> option.feeMinorUnits() > affordable);
            if (left.isEmpty()) {
                break;
            }
            var best = left.stream()
                    .max(Comparator.comparingDouble((Option option) -> worth.applyAsDouble(option, people))
                            .thenComparing(SAME_EVERYWHERE.reversed()))
                    .orElseThrow();
            chosen.add(new Choice(best, MarginalGain.of(best, people)));
            people.add(best);
            left.remove(best);
            budget -= best.feeMinorUnits();
        }
        return new Selection(List.copyOf(chosen));
    }
}
