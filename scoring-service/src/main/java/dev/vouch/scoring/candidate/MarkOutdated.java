package dev.vouch.scoring.candidate;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.scoring.candidate.domain.Campaign;
import dev.vouch.scoring.candidate.domain.Candidate;
import dev.vouch.scoring.scorecard.Scorecards;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/** Puts candidates whose scorecard has changed back among those that wait for a score. */
@Singleton
public class MarkOutdated {

    private final CampaignStore campaigns;
    private final CandidateStore candidates;
    private final Scorecards scorecards;
    private final Clock clock;

    MarkOutdated(CampaignStore campaigns, CandidateStore candidates, Scorecards scorecards, Clock clock) {
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.scorecards = scorecards;
        this.clock = clock;
    }

    public void mark(Collection<String> influencerIds) {
        for (var campaign : campaigns.open()) {
            mark(campaign, influencerIds);
        }
    }

    private void mark(Campaign campaign, Collection<String> influencerIds) {
        var ids = influencerIds.stream()
                .map(influencerId -> Candidate.id(campaign.campaignId(), influencerId))
                .toList();
        var known = candidates.known(ids);
        var cards = known.isEmpty()
                ? Map.<String, Scorecard>of()
                : scorecards.of(known.stream()
                        .map(found -> found.state().influencerId())
                        .toList());
        for (var found : known) {
            var card = cards.get(found.state().influencerId());
            if (card != null) {
                candidates.change(
                        found.id(),
                        Command.bySystem("scoring.rescoring"),
                        candidate -> Decision.accepted(candidate.outdated(card.fingerprint(), clock.instant())),
                        Announcement.none());
            }
        }
    }
}
