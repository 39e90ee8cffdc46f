package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.contract.Topics;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

@Singleton
class CampaignStore extends AggregateStore<Campaign> {

    private static final String STATE = "state.state";

    CampaignStore(Stores stores) {
        super(
                stores,
                Layout.of("campaigns", Campaign.class)
                        .publishing(Topics.CAMPAIGN)
                        .index(STATE));
    }

    List<Versioned<Campaign>> page(@Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document(), limit);
    }

    List<Versioned<Campaign>> pageIn(Campaign.State state, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document(STATE, state.name()), limit);
    }
}
