package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.consumer.ProjectionStore;
import dev.vouch.discovery.longlist.domain.Sighting;
import jakarta.inject.Singleton;

/** Up to which event each influencer was matched. */
@Singleton
class SightingStore extends ProjectionStore<Sighting> {

    SightingStore(Stores stores) {
        super(stores, Layout.of("sightings", Sighting.class));
    }
}
