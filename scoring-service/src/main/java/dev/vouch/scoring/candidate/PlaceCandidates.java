package dev.vouch.scoring.candidate;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.scoring.candidate.domain.Candidate;
import dev.vouch.scoring.candidate.domain.Candidate.Placement;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;

/** Tells each candidate of an approved shortlist where they stand, and those no longer on it that they do not. Repeatable. */
@Singleton
public class PlaceCandidates {

    private final CandidateStore candidates;

    PlaceCandidates(CandidateStore candidates) {
        this.candidates = candidates;
    }

    public void place(String campaignId, int revision, Map<String, Placement> byInfluencer) {
        for (var found : candidates.ofCampaign(campaignId)) {
            var placement = byInfluencer.get(found.state().influencerId());
            if (!Objects.equals(placement, found.state().placement()) && !isNewer(found.state(), revision)) {
                candidates.change(
                        found.id(),
                        Command.bySystem("scoring.shortlist-timer"),
                        candidate -> Decision.accepted(
                                isNewer(candidate, revision) ? candidate : candidate.placed(placement)),
                        (before, after) -> CandidateEvents.placement(before, after, revision));
            }
        }
    }

    private static boolean isNewer(Candidate candidate, int revision) {
        var placement = candidate.placement();
        return placement != null && placement.revision() > revision;
    }
}
