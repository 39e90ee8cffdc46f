package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.consumer.ProjectionStore;
import dev.vouch.discovery.longlist.domain.Sighting;
import jakarta.inject.Singleton;

/** Stays empty: the consumer of influencers keeps nothing, and a projection needs a store all the same. */
@Singleton
class SightingStore extends ProjectionStore<Sighting> {

    SightingStore(Stores stores) {
        super(stores, Layout.of("sightings", Sighting.class));
    }
}
