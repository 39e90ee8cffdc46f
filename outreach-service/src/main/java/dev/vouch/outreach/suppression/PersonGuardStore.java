package dev.vouch.outreach.suppression;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.outreach.suppression.domain.PersonGuard;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

@Singleton
class PersonGuardStore extends AggregateStore<PersonGuard> {

    PersonGuardStore(Stores stores) {
        super(stores, Layout.of("person-guards", PersonGuard.class).index("state.suppressed"));
    }

    List<Versioned<PersonGuard>> suppressed(@Nullable String after, int limit) {
        return pageAfter(after, new Document("state.suppressed", true), limit);
    }
}
