package dev.vouch.chassis.aggregate;

import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * One document per key under which something was handed in. A request whose key names no single document, since what it makes or
 * changes has an id of its own, leaves a receipt: only that can tell that another body came under the same key.
 */
@Singleton
public class Receipts extends AggregateStore<Receipts.Receipt> {

    public record Receipt(Instant at) {}

    private final Stores stores;

    public Receipts(Stores stores) {
        super(stores, Layout.of("receipts", Receipt.class));
        this.stores = stores;
    }

    /** @throws IdempotencyConflict when the command's key was used with another body */
    public void take(Command command) {
        var repeatable = command.repeatable();
        if (repeatable != null) {
            create(
                    repeatable.key(),
                    command,
                    () -> Decision.accepted(new Receipt(stores.clock().instant())),
                    Announcement.none());
        }
    }
}
