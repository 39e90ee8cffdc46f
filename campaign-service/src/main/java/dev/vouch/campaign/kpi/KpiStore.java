package dev.vouch.campaign.kpi;

import dev.vouch.campaign.kpi.domain.Sheet;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.contract.Topics;
import jakarta.inject.Singleton;

/** One sheet per campaign; {@code _id} is the campaign. */
@Singleton
class KpiStore extends AggregateStore<Sheet> {

    KpiStore(Stores stores) {
        super(stores, Layout.of("kpis", Sheet.class).publishing(Topics.KPI));
    }
}
