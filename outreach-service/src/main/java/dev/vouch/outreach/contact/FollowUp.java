package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.StaleVersion;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactKey;
import dev.vouch.outreach.contact.domain.ContactPolicy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Plans the next touch to somebody who was silent. It is read and approved like the first, and asks for an answer once more. */
@Singleton
public class FollowUp {

    private final ContactStore contacts;
    private final ContactSettings settings;
    private final Clock clock;

    FollowUp(ContactStore contacts, ContactSettings settings, Clock clock) {
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Planned twice, it is one. */
    public Decision<Versioned<Contact>> plan(String contactId, Command command) {
        var found = contacts.get(contactId);
        var next = found.state().key().next().id();
        var expected = command.expectedVersion();
        if (expected != null && expected != found.version()) {
            throw new StaleVersion(contactId, expected, found.version());
        }
        var once = new Command(command.actor(), null, command.repeatable(), command.reason());
        return contacts.create(next, once, () -> after(contactId), ContactEvents::since);
    }

    private Decision<Contact> after(String contactId) {
        var contact = contacts.get(contactId).state();
        var objections = contact.key().earlierTouches().stream()
                .map(ContactKey::id)
                .map(earlier -> contacts.get(earlier).state())
                .flatMap(earlier -> ContactPolicy.againstTouchAfter(earlier).stream())
                .toList();
        return objections.isEmpty()
                ? contact.followedUp(
                        clock.instant().truncatedTo(ChronoUnit.MILLIS), ContactSettings.deadlines(settings))
                : new Decision.Refused<>(objections);
    }
}
