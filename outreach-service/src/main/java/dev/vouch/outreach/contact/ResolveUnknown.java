package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.Resolution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** A person looked at the evidence and decides what became of a message that perhaps was delivered. */
@Singleton
public class ResolveUnknown {

    private final ContactStore contacts;
    private final ContactSettings settings;
    private final Clock clock;

    ResolveUnknown(ContactStore contacts, ContactSettings settings, Clock clock) {
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    public Decision<Versioned<Contact>> resolve(String contactId, Resolution resolution, Command command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return contacts.change(
                contactId,
                command,
                contact -> contact.resolved(resolution, command.actor(), now, ContactSettings.deadlines(settings)),
                ContactEvents::since);
    }
}
