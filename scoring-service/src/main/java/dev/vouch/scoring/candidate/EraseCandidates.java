package dev.vouch.scoring.candidate;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.scoring.scorecard.FollowsErasure;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Empties what was read out of an erased person's texts, in every campaign. */
@Singleton
class EraseCandidates implements FollowsErasure {

    private final CandidateStore candidates;

    EraseCandidates(CandidateStore candidates) {
        this.candidates = candidates;
    }

    @Override
    public void erase(Collection<String> influencerIds) {
        for (var influencerId : influencerIds) {
            for (var found : candidates.ofInfluencer(influencerId)) {
                candidates.change(
                        found.id(),
                        Command.bySystem("scoring.erasure"),
                        candidate -> Decision.accepted(candidate.erased()),
                        CandidateEvents::erasure);
            }
        }
    }
}
