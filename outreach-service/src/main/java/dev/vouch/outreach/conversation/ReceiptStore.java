package dev.vouch.outreach.conversation;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Instant;

/** One document per answer handed in over REST, so that another one under the same key is refused. */
@Singleton
class ReceiptStore extends AggregateStore<ReceiptStore.Receipt> {

    public record Receipt(Instant at) {}

    ReceiptStore(Stores stores) {
        super(stores, Layout.of("receipts", Receipt.class));
    }

    void take(String eventId, Instant at, Command command) {
        create(eventId, command, () -> Decision.accepted(new Receipt(at)), Announcement.none());
    }
}
