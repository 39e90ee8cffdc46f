package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.collaboration.domain.Collaboration;
import dev.vouch.chassis.aggregate.Versioned;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
public class Collaborations {

    private final CollaborationStore store;

    Collaborations(CollaborationStore store) {
        this.store = store;
    }

    /** The binding ones of a campaign, in the order of ids. */
    public List<Collaboration> agreed(String campaignId, @Nullable String afterId, int limit) {
        return store.pageOf(campaignId, Collaboration.State.AGREED, afterId, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
