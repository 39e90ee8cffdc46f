package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.domain.Contact;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** The person who opened the prepared text says that it went out. */
@Singleton
public class MarkSent {

    private final ContactStore contacts;
    private final Clock clock;

    MarkSent(ContactStore contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    public Decision<Versioned<Contact>> mark(String contactId, Command command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return contacts.change(
                contactId, command, contact -> contact.markedSent(command.actor(), now), ContactEvents::since);
    }
}
