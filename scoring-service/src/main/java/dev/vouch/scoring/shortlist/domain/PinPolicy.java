package dev.vouch.scoring.shortlist.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.shortlist.domain.Shortlist.PersonDecision;
import java.util.ArrayList;
import java.util.List;

/** May this person be pinned? A person may overrule every judgement, but not the budget and not the number of places. */
final class PinPolicy {

    private PinPolicy() {}

    static List<Reason> objections(
            String influencerId, List<PersonDecision> decisions, List<Option> options, Limits limits, String currency) {
        var objections = new ArrayList<Reason>();
        Reason.when(
                        options.stream()
                                .noneMatch(option -> option.influencerId().equals(influencerId)),
                        "shortlist.not-a-candidate",
                        "influencerId",
                        influencerId)
                .ifPresent(objections::add);
        var pinned = Proposal.pinned(options, decisions);
        long fees = pinned.stream().mapToLong(Option::feeMinorUnits).sum();
        Reason.when(
                        fees > limits.budgetMinorUnits(),
                        "shortlist.pins-over-budget",
                        "feesMinorUnits",
                        fees,
                        "budgetMinorUnits",
                        limits.budgetMinorUnits(),
                        "currency",
                        currency)
                .ifPresent(objections::add);
        Reason.when(pinned.size() > limits.size(), "shortlist.pins-over-size", "size", limits.size())
                .ifPresent(objections::add);
        return objections;
    }
}
