package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.outreach.contact.domain.SendLock;
import jakarta.inject.Singleton;
import java.util.Optional;

/** One document at most, which {@code deploy/restore} and {@code deploy/rebuild} write. */
@Singleton
class SendLockStore extends AggregateStore<SendLock> {

    static final String ID = "sending";

    SendLockStore(Stores stores) {
        super(stores, Layout.of("send-locks", SendLock.class));
    }

    Optional<SendLock> current() {
        return find(ID).map(Versioned::state);
    }

    /** Asked directly before each message; no service runs when a lock is set. */
    Optional<Reason> objection() {
        return current().flatMap(SendLock::objection);
    }
}
