package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.collaboration.domain.Collaboration;
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
class CollaborationStore extends AggregateStore<Collaboration> {

    private static final String CAMPAIGN = "state.campaignId";
    private static final String STATE = "state.state";

    CollaborationStore(Stores stores) {
        super(
                stores,
                Layout.of("collaborations", Collaboration.class)
                        .publishing(Topics.COLLABORATION)
                        .index(CAMPAIGN, STATE)
                        .index(STATE));
    }

    List<Versioned<Collaboration>> pageOf(String campaignId, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document(CAMPAIGN, campaignId), limit);
    }

    List<Versioned<Collaboration>> pageOf(
            String campaignId, Collaboration.State state, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document(CAMPAIGN, campaignId).append(STATE, state.name()), limit);
    }

    List<Versioned<Collaboration>> pageIn(Collaboration.State state, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document(STATE, state.name()), limit);
    }
}
