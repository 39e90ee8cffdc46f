package dev.vouch.campaign.kpi;

import dev.vouch.campaign.kpi.domain.Conversion;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per conversion of a campaign, whoever tells of it how often. */
@Singleton
class ConversionStore extends AggregateStore<Conversion> {

    private static final String CAMPAIGN = "state.campaignId";

    ConversionStore(Stores stores) {
        super(stores, Layout.of("conversions", Conversion.class).index(CAMPAIGN));
    }

    List<Versioned<Conversion>> pageOf(String campaignId, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document(CAMPAIGN, campaignId), limit);
    }
}
