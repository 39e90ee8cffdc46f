package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactBasis;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A person judged why we may write, and where it can be seen. */
@Singleton
public class RecordBasis {

    private final ContactStore contacts;
    private final Clock clock;

    RecordBasis(ContactStore contacts, Clock clock) {
        this.contacts = contacts;
        this.clock = clock;
    }

    public Decision<Versioned<Contact>> record(
            String contactId, ContactBasis.Kind kind, @Nullable String evidence, Command command) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var basis = new ContactBasis(kind, evidence, command.actor(), at);
        return contacts.change(contactId, command, contact -> contact.based(basis), ContactEvents::since);
    }
}
