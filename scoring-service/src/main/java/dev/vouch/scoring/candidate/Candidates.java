package dev.vouch.scoring.candidate;

import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.scoring.candidate.domain.Campaign;
import dev.vouch.scoring.candidate.domain.Candidate;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others may ask of the candidates. */
@Singleton
public class Candidates {

    private final CampaignStore campaigns;
    private final CandidateStore candidates;

    Candidates(CampaignStore campaigns, CandidateStore candidates) {
        this.campaigns = campaigns;
        this.candidates = candidates;
    }

    /**
     * How far the scoring of a longlist is.
     *
     * @param expected subjects of the complete longlist; absent until it is complete
     * @param seen subjects of it that were heard of
     * @param waitingSince since when the oldest of those that wait does
     */
    public record Progress(
            @Nullable Long expected,
            long seen,
            long scored,
            long waiting,
            @Nullable Instant waitingSince) {

        public boolean complete() {
            return expected != null && seen >= expected && waiting == 0;
        }
    }

    /** @throws NotFound when no campaign of this id was heard of */
    public Campaign campaign(String campaignId) {
        return campaigns.get(campaignId).state();
    }

    public List<Campaign> openCampaigns() {
        return campaigns.open();
    }

    public Progress progress(Campaign campaign) {
        var id = campaign.campaignId();
        var longlist = campaign.longlist();
        var waiting = candidates.with(id, Candidate.Status.WAITING);
        return new Progress(
                longlist == null ? null : longlist.count(),
                longlist == null ? 0 : candidates.seen(id, longlist.revision()),
                candidates.with(id, Candidate.Status.SCORED),
                waiting,
                waiting == 0
                        ? null
                        : candidates.waitingAfter(null, id, ContentClient.BATCH).stream()
                                .map(found -> found.state().waitingSince())
                                .min(Instant::compareTo)
                                .orElse(null));
    }

    public List<Candidate> all(String campaignId) {
        return candidates.ofCampaign(campaignId).stream()
                .map(found -> found.state())
                .toList();
    }
}
