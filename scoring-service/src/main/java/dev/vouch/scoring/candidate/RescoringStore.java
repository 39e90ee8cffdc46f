package dev.vouch.scoring.candidate;

import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.consumer.ProjectionStore;
import dev.vouch.scoring.candidate.domain.HeardScorecard;
import jakarta.inject.Singleton;

/** Remembers which scorecards were heard of; candidates look the card itself up. */
@Singleton
class RescoringStore extends ProjectionStore<HeardScorecard> {

    RescoringStore(Stores stores) {
        super(stores, Layout.of("rescorings", HeardScorecard.class));
    }
}
