package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.outreach.contact.domain.CampaignGuard;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;

/** The campaigns' guards, by campaign id. */
@Singleton
class CampaignStore extends AggregateStore<CampaignGuard> {

    private static final int CAMPAIGNS = 20;

    CampaignStore(Stores stores) {
        super(stores, Layout.of("campaigns", CampaignGuard.class).index("state.sweepDue"));
    }

    CampaignGuard guardOf(String campaignId) {
        return find(campaignId).map(Versioned::state).orElse(CampaignGuard.NEW);
    }

    List<Versioned<CampaignGuard>> toSweep() {
        return query(new Document("state.sweepDue", true), CAMPAIGNS);
    }
}
