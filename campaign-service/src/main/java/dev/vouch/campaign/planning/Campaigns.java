package dev.vouch.campaign.planning;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Versioned;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
public class Campaigns {

    private final CampaignStore store;
    private final ShortlistStore shortlists;

    Campaigns(CampaignStore store, ShortlistStore shortlists) {
        this.store = store;
        this.shortlists = shortlists;
    }

    public Optional<Campaign> find(String id) {
        return store.find(id).map(Versioned::state);
    }

    /** @throws NotFound when there is none */
    public Versioned<Campaign> get(String id) {
        return store.get(id);
    }

    /** Those with at least one assignment, in the order of ids. */
    public List<Campaign> running(@Nullable String afterId, int limit) {
        return store.pageIn(Campaign.State.RUNNING, afterId, limit).stream()
                .map(Versioned::state)
                .toList();
    }

    /** What the influencer may cost at most; empty while no approved shortlist names them. */
    public Optional<Money> ceiling(String campaignId, String influencerId) {
        return shortlists.find(campaignId).flatMap(list -> list.state().of(influencerId));
    }
}
