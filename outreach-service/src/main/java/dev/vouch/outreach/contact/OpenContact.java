package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.StaleVersion;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.outreach.channel.AssistedChannel;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactChannel;
import dev.vouch.outreach.contact.domain.ContactPolicy;
import dev.vouch.outreach.contact.domain.ContactState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Hands a prepared text to a person. Nobody else gets it after that, for nobody can say that it was not sent. */
@Singleton
public class OpenContact {

    private final SendLockStore locks;
    private final ContactStore contacts;
    private final SendContact sendContact;
    private final AssistedChannel assisted;
    private final Clock clock;

    OpenContact(
            SendLockStore locks,
            ContactStore contacts,
            SendContact sendContact,
            AssistedChannel assisted,
            Clock clock) {
        this.locks = locks;
        this.contacts = contacts;
        this.sendContact = sendContact;
        this.assisted = assisted;
        this.clock = clock;
    }

    /** One at a time: who clicks twice meets their own opening done, not half done. Clicks are few. */
    public synchronized Decision<Versioned<Contact>> open(String contactId, Command command) {
        var found = contacts.get(contactId);
        var expected = command.expectedVersion();
        if (expected != null && expected != found.version()) {
            throw new StaleVersion(contactId, expected, found.version());
        }
        var objections = objections(found.state(), command.actor());
        if (!objections.isEmpty()) {
            return new Decision.Refused<>(objections);
        }
        if (openedBy(found.state(), command.actor())) {
            return Decision.accepted(found);
        }
        var attempt = sendContact.attempt(found, command.actor(), assisted);
        var opened = contacts.get(contactId);
        var objection = attempt.objection();
        if (objection != null) {
            return Decision.refused(objection);
        }
        return openedBy(opened.state(), command.actor())
                ? Decision.accepted(opened)
                : Decision.refused(Reason.of(
                        "contact.not-in-queue", "state", opened.state().state()));
    }

    /** The same person may look at the same text again; it is still one message. */
    private static boolean openedBy(Contact contact, String actor) {
        var attempts = contact.passage().attempts();
        return contact.state() == ContactState.COMMITTING
                && !attempts.isEmpty()
                && attempts.get(attempts.size() - 1).by().equals(actor);
    }

    private List<Reason> objections(Contact contact, String actor) {
        if (contact.channel().filter(ContactChannel.ASSISTED::equals).isEmpty()) {
            return List.of(Reason.of("contact.not-assisted"));
        }
        if (openedBy(contact, actor)) {
            return List.of();
        }
        return locks.objection().map(List::of).orElseGet(() -> ContactPolicy.againstSending(contact, clock.instant()));
    }
}
