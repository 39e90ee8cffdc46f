package dev.vouch.campaign.collaboration.domain;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.chassis.decision.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** May this be offered? The ceiling was approved by a person with the shortlist; who wants to pay more approves another list. */
final class OfferPolicy {

    /** What is asked: this fee for these posts, below this ceiling (null: the influencer is on no approved shortlist). */
    record Proposal(
            Money fee,
            List<Deliverable> deliverables,
            @Nullable Money ceiling) {}

    private static final List<Function<Proposal, Optional<Reason>>> RULES = List.of(
            OfferPolicy::withoutCeiling,
            OfferPolicy::otherCurrency,
            OfferPolicy::aboveCeiling,
            OfferPolicy::withoutDeliverable);

    private OfferPolicy() {}

    static List<Reason> objections(Proposal proposal) {
        return RULES.stream().flatMap(rule -> rule.apply(proposal).stream()).toList();
    }

    private static Optional<Reason> withoutCeiling(Proposal proposal) {
        return Reason.when(proposal.ceiling() == null, "offer.not-on-the-shortlist");
    }

    private static Optional<Reason> otherCurrency(Proposal proposal) {
        var ceiling = proposal.ceiling();
        if (ceiling == null || ceiling.currency().equals(proposal.fee().currency())) {
            return Optional.empty();
        }
        return Optional.of(Reason.of("offer.other-currency", "fee", proposal.fee(), "currency", ceiling.currency()));
    }

    private static Optional<Reason> aboveCeiling(Proposal proposal) {
        var ceiling = proposal.ceiling();
        if (ceiling == null
                || !ceiling.currency().equals(proposal.fee().currency())
                || !proposal.fee().isMoreThan(ceiling)) {
            return Optional.empty();
        }
        return Optional.of(Reason.of(
                "offer.above-ceiling",
                "feeMinorUnits",
                proposal.fee().minorUnits(),
                "ceilingMinorUnits",
                ceiling.minorUnits(),
                "currency",
                ceiling.currency()));
    }

    private static Optional<Reason> withoutDeliverable(Proposal proposal) {
        return Reason.when(proposal.deliverables().isEmpty(), "offer.without-deliverable");
    }
}
