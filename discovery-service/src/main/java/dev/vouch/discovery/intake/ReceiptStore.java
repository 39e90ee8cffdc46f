package dev.vouch.discovery.intake;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * One document per key under which something was handed in. What is made here has an id of its own, by content or name, so
 * only the receipt can tell that another body came under the same key.
 */
@Singleton
class ReceiptStore extends AggregateStore<ReceiptStore.Receipt> {

    public record Receipt(Instant at) {}

    ReceiptStore(Stores stores) {
        super(stores, Layout.of("receipts", Receipt.class));
    }

    /** @throws dev.vouch.chassis.aggregate.IdempotencyConflict when the command's key was used with another body */
    void take(Instant at, Command command) {
        var repeatable = command.repeatable();
        if (repeatable != null) {
            create(repeatable.key(), command, () -> Decision.accepted(new Receipt(at)), Announcement.none());
        }
    }
}
