package dev.vouch.scoring.shortlist;

import dev.vouch.chassis.http.Explanation;
import dev.vouch.chassis.http.ReasonTexts;
import dev.vouch.scoring.candidate.Candidates.Progress;
import dev.vouch.scoring.candidate.domain.Campaign;
import dev.vouch.scoring.shortlist.domain.Proposal;
import dev.vouch.scoring.shortlist.domain.Shortlist;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Shortlists as REST shows them. */
final class ShortlistViews {

    private final ReasonTexts texts;

    ShortlistViews(ReasonTexts texts) {
        this.texts = texts;
    }

    enum ShortlistState {
        /** The longlist is not complete, or scores are still due. */
        WAITING,
        PROPOSED,
        APPROVED
    }

    record ProgressView(
            @Schema(description = "Entries of the complete longlist; absent until it is complete") @Nullable
            Long expected,

            long seen,
            long scored,
            long waiting,

            @Schema(description = "Since when the oldest of those that wait does") @Nullable
            Instant waitingSince) {}

    record ShortlistEntryView(
            String influencerId,

            @Schema(description = "1 for the best; absent for runners-up") @Nullable
            Integer rank,

            @Schema(examples = "72.6") double score,
            long feeCeilingMinorUnits,

            @Schema(description = "Distinct engagements on target that the person adds to the others")
            double gain,

            @Schema(description = "A person wants them on the list")
            boolean pinned,

            List<Explanation> reasons) {}

    record ExcludedView(String influencerId, double score, List<Explanation> reasons) {}

    record DecisionView(
            String influencerId,
            Shortlist.PersonDecision.Kind decision,
            @Nullable String reason,
            String actor,
            Instant at) {}

    record ShortlistView(
            String campaignId,
            ShortlistState state,

            @Schema(description = "Counts the proposals") @Nullable
            Integer revision,

            @Nullable String currency,
            long budgetMinorUnits,

            @Schema(description = "Sum of the fee ceilings; never above the budget")
            long feesMinorUnits,

            @Schema(description = "How many people at most") int shortlistSize,
            List<ShortlistEntryView> entries,
            List<ShortlistEntryView> runnersUp,
            List<ExcludedView> excluded,
            List<DecisionView> decisions,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            ProgressView progress) {}

    ShortlistView waiting(Campaign campaign, Progress progress) {
        return new ShortlistView(
                campaign.campaignId(),
                ShortlistState.WAITING,
                null,
                campaign.currency(),
                campaign.budgetMinorUnits(),
                0,
                campaign.shortlistSize(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                view(progress));
    }

    ShortlistView of(Shortlist shortlist, Progress progress, Locale locale) {
        var proposal = shortlist.proposal();
        return new ShortlistView(
                shortlist.campaignId(),
                ShortlistState.valueOf(shortlist.state().name()),
                shortlist.revision(),
                shortlist.currency(),
                shortlist.limits().budgetMinorUnits(),
                proposal.feesMinorUnits(),
                shortlist.limits().size(),
                proposal.entries().stream().map(entry -> entry(entry, locale)).toList(),
                proposal.runnersUp().stream().map(entry -> entry(entry, locale)).toList(),
                proposal.excluded().stream()
                        .map(excluded -> new ExcludedView(
                                excluded.influencerId(),
                                excluded.scoreTenths() / 10.0,
                                texts.explain(excluded.reasons(), locale)))
                        .toList(),
                shortlist.decisions().stream()
                        .map(decision -> new DecisionView(
                                decision.influencerId(),
                                decision.kind(),
                                decision.reason(),
                                decision.actor(),
                                decision.at()))
                        .toList(),
                shortlist.approvedBy(),
                shortlist.approvedAt(),
                view(progress));
    }

    private ShortlistEntryView entry(Proposal.Entry entry, Locale locale) {
        return new ShortlistEntryView(
                entry.influencerId(),
                entry.rank() == 0 ? null : entry.rank(),
                entry.scoreTenths() / 10.0,
                entry.feeCeilingMinorUnits(),
                entry.gain(),
                entry.pinned(),
                texts.explain(entry.reasons(), locale));
    }

    private static ProgressView view(Progress progress) {
        return new ProgressView(
                progress.expected(), progress.seen(), progress.scored(), progress.waiting(), progress.waitingSince());
    }
}
