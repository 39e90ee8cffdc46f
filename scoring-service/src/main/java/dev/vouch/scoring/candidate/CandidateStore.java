package dev.vouch.scoring.candidate;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.contract.Topics;
import dev.vouch.scoring.candidate.domain.Candidate;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per entry of a longlist, under {@code <campaignId>/<influencerId>}. */
@Singleton
class CandidateStore extends AggregateStore<Candidate> {

    private static final int MOST_OF_A_CAMPAIGN = 10_000;
    private static final int MOST_OF_AN_INFLUENCER = 10_000;

    CandidateStore(Stores stores) {
        super(
                stores,
                Layout.of("candidates", Candidate.class)
                        .publishing(Topics.CANDIDATE)
                        .keyedBy(id -> id.substring(0, id.indexOf('/')))
                        .index("state.campaignId", "state.status")
                        .index("state.influencerId"));
    }

    List<Versioned<Candidate>> waitingAfter(@Nullable String id, String campaignId, int limit) {
        return pageAfter(id, of(campaignId).append("state.status", Candidate.Status.WAITING.name()), limit);
    }

    List<Versioned<Candidate>> ofCampaign(String campaignId) {
        return query(of(campaignId), MOST_OF_A_CAMPAIGN);
    }

    /** In every campaign, the closed ones included. */
    List<Versioned<Candidate>> ofInfluencer(String influencerId) {
        return query(new Document("state.influencerId", influencerId), MOST_OF_AN_INFLUENCER);
    }

    List<Versioned<Candidate>> known(List<String> ids) {
        return query(new Document("_id", new Document("$in", ids)), ids.size());
    }

    /** Distinct subjects that the revision named, removed ones included. */
    long seen(String campaignId, int revision) {
        return count(of(campaignId).append("state.revision", revision));
    }

    long with(String campaignId, Candidate.Status status) {
        return count(of(campaignId).append("state.status", status.name()));
    }

    private static Document of(String campaignId) {
        return new Document("state.campaignId", campaignId);
    }
}
