package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.domain.Answer;
import dev.vouch.outreach.contact.domain.Contact;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What a conversation may ask of the ledger, and tell it. */
@Singleton
public class Contacts {

    private static final int ENOUGH_TO_BE_AMBIGUOUS = 50;

    private final ContactStore contacts;

    Contacts(ContactStore contacts) {
        this.contacts = contacts;
    }

    public Optional<Versioned<Contact>> find(String contactId) {
        return contacts.find(contactId);
    }

    public Versioned<Contact> get(String contactId) {
        return contacts.get(contactId);
    }

    /** Contacts that a person watched by this guard may be answering. */
    public List<Versioned<Contact>> answerableBy(String guardId) {
        return contacts.ofGuard(guardId, null, ENOUGH_TO_BE_AMBIGUOUS).stream()
                .filter(contact -> contact.state().perhapsDelivered())
                .toList();
    }

    /** A message that came in; told twice it is one. An unanswered attempt is proved by it. */
    public Versioned<Contact> answered(String contactId, Answer answer, Command command) {
        return accepted(contacts.change(
                contactId, command, contact -> Decision.accepted(contact.answered(answer)), ContactEvents::since));
    }

    /** A person says what it means. */
    public Versioned<Contact> understood(String contactId, Answer answer, Command command) {
        return accepted(contacts.change(
                contactId,
                command,
                contact -> Decision.accepted(contact.answered(answer).understood(answer)),
                ContactEvents::since));
    }

    private static Versioned<Contact> accepted(Decision<Versioned<Contact>> decision) {
        return ((Decision.Accepted<Versioned<Contact>>) decision).next();
    }
}
