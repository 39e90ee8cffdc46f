package dev.vouch.campaign.planning;

import dev.vouch.campaign.planning.domain.Ceilings;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import jakarta.inject.Singleton;

/** The approved shortlist as far as money is concerned; {@code _id} is the campaign. */
@Singleton
class ShortlistStore extends AggregateStore<Ceilings> {

    ShortlistStore(Stores stores) {
        super(stores, Layout.of("shortlists", Ceilings.class));
    }
}
