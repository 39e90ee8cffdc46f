package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.domain.ContactState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes over attempts whose owner is gone: a claim goes back to the queue, a COMMITTING one only to UNKNOWN. */
@Singleton
public class ExpireContacts {

    private static final Command BY = Command.bySystem("outreach.take-over");
    private static final int STEP = 100;

    private final ContactStore contacts;
    private final ContactSettings settings;
    private final Clock clock;

    ExpireContacts(ContactStore contacts, ContactSettings settings, Clock clock) {
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    public void expire() {
        for (var state : List.of(ContactState.CLAIMED, ContactState.COMMITTING)) {
            @Nullable String after = null;
            var found = contacts.in(state, after, STEP);
            while (!found.isEmpty()) {
                found.forEach(contact -> expire(contact.id()));
                after = found.get(found.size() - 1).id();
                found = contacts.in(state, after, STEP);
            }
        }
    }

    private void expire(String contactId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        contacts.change(
                contactId,
                BY,
                contact -> Decision.accepted(contact.expired(now, ContactSettings.deadlines(settings))),
                Announcement.none());
    }
}
