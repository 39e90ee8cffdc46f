package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.contract.Topics;
import dev.vouch.discovery.longlist.domain.Longlist;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;

/** One document per campaign: the open brief and the state of its build. */
@Singleton
class LonglistStore extends AggregateStore<Longlist> {

    private static final int MOST_OPEN = 200;

    LonglistStore(Stores stores) {
        super(
                stores,
                Layout.of("longlists", Longlist.class)
                        .publishing(Topics.LONGLIST)
                        .index("state.open")
                        .index("state.state"));
    }

    List<Longlist> open() {
        return query(new Document("state.open", true), MOST_OPEN).stream()
                .map(Versioned::state)
                .toList();
    }

    List<Longlist> building() {
        return query(new Document("state.state", Longlist.State.BUILDING.name()), MOST_OPEN).stream()
                .map(Versioned::state)
                .toList();
    }
}
