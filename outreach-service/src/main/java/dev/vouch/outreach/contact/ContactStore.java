package dev.vouch.outreach.contact;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.contract.Topics;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactState;
import dev.vouch.outreach.contact.domain.Preparation;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonInt64;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

@Singleton
class ContactStore extends AggregateStore<Contact> {

    /** What {@code deploy/restore} leaves: how many of its events the backup knew. */
    private static final String RESTORED = "restoredSequence";

    ContactStore(Stores stores) {
        super(
                stores,
                Layout.of("contacts", Contact.class)
                        .publishing(Topics.CONTACT)
                        .index("state.state", "state.preparation.stage")
                        .index("state.key.campaignId", "state.state")
                        .index("state.key.influencerId")
                        .index("state.preparation.recipient.guards"));
    }

    List<Versioned<Contact>> ofCampaign(
            String campaignId, @Nullable ContactState state, @Nullable String after, int limit) {
        var filter = new Document("state.key.campaignId", campaignId);
        if (state != null) {
            filter.append("state.state", state.name());
        }
        return pageAfter(after, filter, limit);
    }

    Map<String, Long> countsOf(String campaignId) {
        var counts = new TreeMap<String, Long>();
        for (var state : ContactState.values()) {
            var number = count(new Document("state.key.campaignId", campaignId).append("state.state", state.name()));
            if (number > 0) {
                counts.put(state.name(), number);
            }
        }
        return counts;
    }

    List<Versioned<Contact>> ofInfluencer(String influencerId, @Nullable String after, int limit) {
        return pageAfter(after, new Document("state.key.influencerId", influencerId), limit);
    }

    List<Versioned<Contact>> ofGuard(String guardId, @Nullable String after, int limit) {
        return pageAfter(after, new Document("state.preparation.recipient.guards", guardId), limit);
    }

    List<Versioned<Contact>> due(ContactState state, Preparation.Stage stage, Instant now, int limit) {
        return query(
                new Document("state.state", state.name())
                        .append("state.preparation.stage", stage.name())
                        .append("state.passage.dueAt", new Document("$lte", now)),
                limit);
    }

    /** Who changed the document, when and why. */
    record Change(
            String by, @Nullable String reason, @Nullable Instant at, long version) {}

    List<Change> changes(String id) {
        return history(id).stream()
                .map(entry -> new Change(
                        entry.getString("actor"),
                        entry.getString("reason"),
                        entry.getDate("at") == null ? null : entry.getDate("at").toInstant(),
                        entry.get("version", Number.class).longValue()))
                .toList();
    }

    /**
     * Whether a restored contact has not got so far yet; never of one that knew all of the log when it was restored.
     *
     * @param counter the field that counts how far it got
     */
    boolean isNewTo(String id, String counter, long sequence) {
        var found = collection()
                .find(new Document("_id", id))
                .projection(Projections.include(RESTORED, counter))
                .first();
        if (found == null || !found.containsKey(RESTORED)) {
            return false;
        }
        var from = found.getNumber(RESTORED).longValue();
        return sequence > found.getNumber(counter, new BsonInt64(from)).longValue();
    }

    void passed(String id, String counter, long sequence) {
        collection().updateOne(new Document("_id", id), Updates.max(counter, sequence));
    }

    List<Versioned<Contact>> in(ContactState state, @Nullable String after, int limit) {
        return pageAfter(after, new Document("state.state", state.name()), limit);
    }
}
