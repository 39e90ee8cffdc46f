package dev.vouch.scoring.shortlist.domain;

import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is worth the budget of one campaign. Proposed by rules, decided by a person.
 *
 * @param revision counts the proposals; an approval releases one of them
 * @param longlistRevision that the proposal was made from
 * @param released the candidates have been told of the approval
 */
public record Shortlist(
        String campaignId,
        int revision,
        int longlistRevision,
        State state,
        String currency,
        Limits limits,
        Proposal proposal,
        List<PersonDecision> decisions,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        boolean released) {

    public enum State {
        PROPOSED,
        APPROVED
    }

    /** What a person decided about one influencer, with their reason. */
    public record PersonDecision(
            String influencerId, Kind kind, @Nullable String reason, String actor, Instant at) {

        public enum Kind {
            PIN,
            EXCLUDE,
            /** Takes an earlier decision back. */
            UNDO
        }
    }

    public static Shortlist first(
            String campaignId, int longlistRevision, String currency, Limits limits, List<Option> options) {
        return new Shortlist(
                campaignId,
                1,
                longlistRevision,
                State.PROPOSED,
                currency,
                limits,
                Proposal.of(options, List.of(), limits),
                List.of(),
                null,
                null,
                false);
    }

    /** Chooses again, from what is known now; what people decided stays. */
    public Shortlist again(int fromLonglist, Limits within, List<Option> options) {
        return new Shortlist(
                campaignId,
                revision + 1,
                fromLonglist,
                State.PROPOSED,
                currency,
                within,
                Proposal.of(options, decisions, within),
                decisions,
                null,
                null,
                false);
    }

    /** Follows a person's decision and fills up the rest anew. */
    public Decision<Shortlist> decide(PersonDecision decision, List<Option> options) {
        var next = new ArrayList<>(decisions);
        boolean taken = next.removeIf(earlier -> earlier.influencerId().equals(decision.influencerId()));
        if (decision.kind() != PersonDecision.Kind.UNDO) {
            next.add(decision);
        }
        var objections = new ArrayList<Reason>();
        Reason.when(
                        decision.kind() == PersonDecision.Kind.UNDO && !taken,
                        "shortlist.nothing-to-undo",
                        "influencerId",
                        decision.influencerId())
                .ifPresent(objections::add);
        if (decision.kind() == PersonDecision.Kind.PIN) {
            objections.addAll(PinPolicy.objections(decision.influencerId(), next, options, limits, currency));
        }
        return Decision.unless(
                objections,
                () -> new Shortlist(
                                campaignId,
                                revision,
                                longlistRevision,
                                state,
                                currency,
                                limits,
                                proposal,
                                List.copyOf(next),
                                approvedBy,
                                approvedAt,
                                released)
                        .again(longlistRevision, limits, options));
    }

    public Decision<Shortlist> approve(String actor, Instant at) {
        var objections = new ArrayList<Reason>();
        Reason.when(state == State.APPROVED, "shortlist.already-approved").ifPresent(objections::add);
        Reason.when(proposal.entries().isEmpty(), "shortlist.empty").ifPresent(objections::add);
        return Decision.unless(
                objections,
                () -> new Shortlist(
                        campaignId,
                        revision,
                        longlistRevision,
                        State.APPROVED,
                        currency,
                        limits,
                        proposal,
                        decisions,
                        actor,
                        at,
                        false));
    }

    public Shortlist withReleaseDone() {
        return new Shortlist(
                campaignId,
                revision,
                longlistRevision,
                state,
                currency,
                limits,
                proposal,
                decisions,
                approvedBy,
                approvedAt,
                true);
    }
}
