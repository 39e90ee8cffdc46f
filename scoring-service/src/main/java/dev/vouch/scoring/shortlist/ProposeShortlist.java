package dev.vouch.scoring.shortlist;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.candidate.Candidates;
import dev.vouch.scoring.candidate.domain.Campaign;
import dev.vouch.scoring.shortlist.domain.Shortlist;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Step 3: proposes by itself once a longlist is complete and everybody on it has a score; afterwards only when asked. */
@Singleton
public class ProposeShortlist {

    private final Candidates candidates;
    private final Options options;
    private final ShortlistStore shortlists;

    ProposeShortlist(Candidates candidates, Options options, ShortlistStore shortlists) {
        this.candidates = candidates;
        this.options = options;
        this.shortlists = shortlists;
    }

    public void look() {
        for (var campaign : candidates.openCampaigns()) {
            var longlist = campaign.longlist();
            if (campaign.ready() && longlist != null && !isProposed(campaign, longlist.revision())) {
                propose(campaign, Command.bySystem("scoring.shortlist-timer"));
            }
        }
    }

    public Decision<Versioned<Shortlist>> again(String campaignId, Command command) {
        return propose(candidates.campaign(campaignId), command);
    }

    private Decision<Versioned<Shortlist>> propose(Campaign campaign, Command command) {
        var longlist = campaign.longlist();
        if (!campaign.ready() || longlist == null) {
            return Decision.refused(Reason.of("shortlist.no-longlist"));
        }
        var progress = candidates.progress(campaign);
        if (!progress.complete()) {
            return Decision.refused(
                    Reason.of("shortlist.scores-due", "scored", progress.scored(), "waiting", progress.waiting()));
        }
        var limits = options.limits(campaign);
        var choice = options.of(campaign);
        return shortlists.upsert(
                campaign.campaignId(),
                command,
                known -> Decision.accepted(
                        known == null
                                ? Shortlist.first(
                                        campaign.campaignId(),
                                        longlist.revision(),
                                        Objects.requireNonNull(campaign.currency()),
                                        limits,
                                        choice)
                                : known.again(longlist.revision(), limits, choice)),
                Announcement.event(ShortlistEvents::proposed));
    }

    /** What was approved is only replaced when somebody asks for it. */
    private boolean isProposed(Campaign campaign, int longlistRevision) {
        @Nullable
        Shortlist known =
                shortlists.find(campaign.campaignId()).map(Versioned::state).orElse(null);
        return known != null
                && (known.longlistRevision() >= longlistRevision || known.state() == Shortlist.State.APPROVED);
    }
}
