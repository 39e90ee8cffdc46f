package dev.vouch.discovery.longlist;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.contract.Topics;
import dev.vouch.discovery.longlist.domain.LonglistEntry;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One document per entry, under {@code <campaignId>/<influencerId>}. */
@Singleton
class EntryStore extends AggregateStore<LonglistEntry> {

    EntryStore(Stores stores) {
        super(
                stores,
                Layout.of("longlist-entries", LonglistEntry.class)
                        .publishing(Topics.LONGLIST)
                        .keyedBy(id -> id.substring(0, id.indexOf('/')))
                        .index("state.campaignId", "state.on"));
    }

    List<Versioned<LonglistEntry>> page(String campaignId, boolean on, @Nullable String afterId, int limit) {
        return pageAfter(afterId, new Document("state.campaignId", campaignId).append("state.on", on), limit);
    }

    /** Those of the influencers who have an entry, on the list or off it. */
    List<Versioned<LonglistEntry>> existing(String campaignId, Collection<String> influencerIds) {
        var ids = influencerIds.stream()
                .map(influencerId -> LonglistEntry.id(campaignId, influencerId))
                .toList();
        return query(new Document("_id", new Document("$in", ids)), ids.size());
    }

    long count(String campaignId, boolean on) {
        return count(new Document("state.campaignId", campaignId).append("state.on", on));
    }
}
