package dev.vouch.scoring.shortlist;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.scoring.candidate.PlaceCandidates;
import dev.vouch.scoring.candidate.domain.Candidate.Placement;
import dev.vouch.scoring.shortlist.domain.Proposal;
import dev.vouch.scoring.shortlist.domain.Shortlist;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;

/** Works an approved shortlist off, candidate by candidate. Interrupted, it begins again and changes nothing twice. */
@Singleton
public class ReleaseApproved {

    private final ShortlistStore shortlists;
    private final PlaceCandidates placeCandidates;

    ReleaseApproved(ShortlistStore shortlists, PlaceCandidates placeCandidates) {
        this.shortlists = shortlists;
        this.placeCandidates = placeCandidates;
    }

    public void look() {
        for (var approved : shortlists.approvedButNotReleased()) {
            var shortlist = approved.state();
            placeCandidates.place(
                    shortlist.campaignId(),
                    shortlist.revision(),
                    shortlist.proposal().entries().stream()
                            .collect(Collectors.toMap(
                                    Proposal.Entry::influencerId,
                                    entry -> new Placement(
                                            shortlist.revision(),
                                            entry.rank(),
                                            entry.scoreTenths(),
                                            entry.feeCeilingMinorUnits()))));
            shortlists.change(
                    approved.id(),
                    Command.bySystem("scoring.shortlist-timer"),
                    current -> Decision.accepted(isSame(current, shortlist) ? current.withReleaseDone() : current),
                    Announcement.none());
        }
    }

    private static boolean isSame(Shortlist current, Shortlist worked) {
        return current.revision() == worked.revision() && current.state() == Shortlist.State.APPROVED;
    }
}
