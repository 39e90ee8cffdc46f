package dev.vouch.scoring.candidate;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.scoring.candidate.domain.Campaign;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;

@Singleton
class CampaignStore extends AggregateStore<Campaign> {

    private static final int MOST_OPEN = 200;

    CampaignStore(Stores stores) {
        super(stores, Layout.of("campaigns", Campaign.class).index("state.phase"));
    }

    List<Campaign> open() {
        return query(new Document("state.phase", Campaign.Phase.OPEN.name()), MOST_OPEN).stream()
                .map(found -> found.state())
                .toList();
    }
}
