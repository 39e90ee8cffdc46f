package dev.vouch.campaign.kpi;

import dev.vouch.campaign.kpi.domain.Measurement;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per post; {@code _id} hides which. */
@Singleton
class MeasurementStore extends AggregateStore<Measurement> {

    private static final String CAMPAIGN = "state.campaignId";

    MeasurementStore(Stores stores) {
        super(stores, Layout.of("measurements", Measurement.class).index(CAMPAIGN));
    }

    List<Versioned<Measurement>> pageOf(String campaignId, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document(CAMPAIGN, campaignId), limit);
    }
}
