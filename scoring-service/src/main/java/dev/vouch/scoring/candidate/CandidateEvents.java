package dev.vouch.scoring.candidate;

import dev.vouch.contract.Event;
import dev.vouch.contract.scoring.InfluencerShortlistedV1;
import dev.vouch.contract.scoring.InfluencerUnshortlistedV1;
import dev.vouch.scoring.candidate.domain.Candidate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class CandidateEvents {

    private static final String NOT_APPROVED = "shortlist.not-approved";
    private static final String ERASED = "influencer.erased";

    private CandidateEvents() {}

    /** @param revision of the approved shortlist */
    static List<Event> placement(@Nullable Candidate before, Candidate after, int revision) {
        var old = before == null ? null : before.placement();
        var placed = after.placement();
        if (Objects.equals(old, placed)) {
            return List.of();
        }
        return placed == null
                ? List.of(
                        new InfluencerUnshortlistedV1(after.campaignId(), after.influencerId(), revision, NOT_APPROVED))
                : List.of(new InfluencerShortlistedV1(
                        after.campaignId(),
                        after.influencerId(),
                        placed.rank(),
                        placed.scoreTenths() / 10.0,
                        placed.feeCeilingMinorUnits(),
                        placed.revision()));
    }

    /** Who stood on an approved shortlist does so no longer. */
    static List<Event> erasure(@Nullable Candidate before, Candidate after) {
        var old = before == null ? null : before.placement();
        return old == null
                ? List.of()
                : List.of(new InfluencerUnshortlistedV1(
                        after.campaignId(), after.influencerId(), old.revision(), ERASED));
    }
}
