package dev.vouch.chassis.deadletter;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import jakarta.inject.Singleton;

/** The decided ones alone: an open letter has no document. */
@Singleton
class VerdictStore extends AggregateStore<Verdict> {

    VerdictStore(Stores stores) {
        super(stores, Layout.of("deadLetterVerdicts", Verdict.class));
    }
}
