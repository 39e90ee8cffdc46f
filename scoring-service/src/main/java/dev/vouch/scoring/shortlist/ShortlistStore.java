package dev.vouch.scoring.shortlist;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.contract.Topics;
import dev.vouch.scoring.shortlist.domain.Shortlist;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;

/** One shortlist per campaign, under the campaign's id. */
@Singleton
class ShortlistStore extends AggregateStore<Shortlist> {

    private static final int MOST_AT_ONCE = 50;

    ShortlistStore(Stores stores) {
        super(
                stores,
                Layout.of("shortlists", Shortlist.class)
                        .publishing(Topics.SHORTLIST)
                        .index("state.state", "state.released"));
    }

    List<Versioned<Shortlist>> approvedButNotReleased() {
        return query(
                new Document("state.state", Shortlist.State.APPROVED.name()).append("state.released", false),
                MOST_AT_ONCE);
    }
}
