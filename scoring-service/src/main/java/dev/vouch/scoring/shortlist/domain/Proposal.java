package dev.vouch.scoring.shortlist.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.shortlist.domain.Shortlist.PersonDecision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * One choice, with what became of everybody else.
 *
 * @param entries the best score first
 * @param runnersUp who would be next, by what they would add
 * @param excluded with the reasons
 */
public record Proposal(long feesMinorUnits, List<Entry> entries, List<Entry> runnersUp, List<Excluded> excluded) {

    private static final int MOST_RUNNERS_UP = 50;
    private static final int MOST_EXCLUDED = 500;

    /**
     * @param rank 1 for the best; 0 for runners-up
     * @param gain distinct engagements on target that the person adds to the others
     */
    public record Entry(
            String influencerId,
            int rank,
            int scoreTenths,
            long feeCeilingMinorUnits,
            double gain,
            boolean pinned,
            List<Reason> reasons) {}

    public record Excluded(String influencerId, int scoreTenths, List<Reason> reasons) {}

    static Proposal of(List<Option> options, List<PersonDecision> decisions, Limits limits) {
        var pinned = pinned(options, decisions);
        var excluded = options.stream()
                .filter(option -> !pinned.contains(option))
                .map(option -> new Excluded(
                        option.influencerId(), option.scoreTenths(), objections(option, decisions, limits)))
                .filter(option -> !option.reasons().isEmpty())
                .sorted(Comparator.comparingInt(Excluded::scoreTenths)
                        .reversed()
                        .thenComparing(Excluded::influencerId))
                .toList();
        var out = new HashSet<String>();
        excluded.forEach(option -> out.add(option.influencerId()));
        var eligible = options.stream()
                .filter(option -> !out.contains(option.influencerId()))
                .toList();
        var selection = Selection.of(eligible, pinned, limits);
        return new Proposal(
                selection.feesMinorUnits(),
                ranked(selection, pinned),
                runnersUp(eligible, selection),
                excluded.stream().limit(MOST_EXCLUDED).toList());
    }

    static List<Option> pinned(List<Option> options, List<PersonDecision> decisions) {
        return options.stream()
                .filter(option -> has(decisions, option, PersonDecision.Kind.PIN))
                .toList();
    }

    private static List<Reason> objections(Option option, List<PersonDecision> decisions, Limits limits) {
        var objections = new ArrayList<Reason>();
        decisions.stream()
                .filter(decision -> decision.kind() == PersonDecision.Kind.EXCLUDE
                        && decision.influencerId().equals(option.influencerId()))
                .map(decision -> Reason.of(
                        "shortlist.excluded-by-person",
                        "actor",
                        decision.actor(),
                        "reason",
                        decision.reason() == null ? "-" : decision.reason()))
                .forEach(objections::add);
        objections.addAll(option.objections());
        Reason.when(
                        option.scoreTenths() < limits.minimumScoreTenths(),
                        "shortlist.score-too-low",
                        "score",
                        option.scoreTenths() / 10.0,
                        "minimum",
                        limits.minimumScoreTenths() / 10.0)
                .ifPresent(objections::add);
        Reason.when(
                        option.feeMinorUnits() > limits.mostForOne(),
                        "shortlist.too-expensive",
                        "percent",
                        limits.mostOfBudgetPercent())
                .ifPresent(objections::add);
        return List.copyOf(objections);
    }

    private static List<Entry> ranked(Selection selection, List<Option> pinned) {
        var chosen = selection.chosen().stream()
                .sorted(Comparator.comparingInt(
                                (Selection.Choice choice) -> choice.option().scoreTenths())
                        .reversed()
                        .thenComparing(choice -> choice.option().influencerId()))
                .toList();
        var entries = new ArrayList<Entry>();
        for (var choice : chosen) {
            entries.add(entry(choice.option(), entries.size() + 1, choice.gain(), pinned.contains(choice.option())));
        }
        return List.copyOf(entries);
    }

    private static List<Entry> runnersUp(List<Option> eligible, Selection selection) {
        var chosen = selection.chosen().stream().map(Selection.Choice::option).toList();
        return eligible.stream()
                .filter(option -> !chosen.contains(option))
                .map(option -> entry(option, 0, MarginalGain.of(option, chosen), false))
                .sorted(Comparator.comparingDouble(Entry::gain).reversed().thenComparing(Entry::influencerId))
                .limit(MOST_RUNNERS_UP)
                .toList();
    }

    private static Entry entry(Option option, int rank, double gain, boolean pinned) {
        return new Entry(
                option.influencerId(),
                rank,
                option.scoreTenths(),
                option.feeMinorUnits(),
                Math.round(gain * 10) / 10.0,
                pinned,
                option.reasons());
    }

    private static boolean has(List<PersonDecision> decisions, Option option, PersonDecision.Kind kind) {
        return decisions.stream()
                .anyMatch(decision ->
                        decision.kind() == kind && decision.influencerId().equals(option.influencerId()));
    }
}
