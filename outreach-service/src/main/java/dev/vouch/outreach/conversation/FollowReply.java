package dev.vouch.outreach.conversation;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.outreach.contact.Contacts;
import dev.vouch.outreach.contact.domain.Answer;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.Meaning;
import dev.vouch.outreach.conversation.domain.SaidMessage;
import dev.vouch.outreach.suppression.OpenContacts;
import dev.vouch.outreach.suppression.PersonGuards;
import dev.vouch.outreach.suppression.SuppressPerson;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a message: first the person's guards, then their other open contacts, then the contact itself with its
 * events. Each step may be done twice.
 */
@Singleton
class FollowReply {

    private final Contacts contacts;
    private final PersonGuards guards;
    private final SuppressPerson suppressPerson;
    private final OpenContacts openContacts;

    FollowReply(Contacts contacts, PersonGuards guards, SuppressPerson suppressPerson, OpenContacts openContacts) {
        this.contacts = contacts;
        this.guards = guards;
        this.suppressPerson = suppressPerson;
        this.openContacts = openContacts;
    }

    void follow(Versioned<SaidMessage> message, Command command) {
        var said = message.state();
        var contact =
                said.contactId() == null ? null : contacts.get(said.contactId()).state();
        leaveInPeace(said, contact, command);
        if (said.contactId() != null) {
            contacts.answered(said.contactId(), answer(message), command.withoutConditions());
        }
    }

    /** A person confirmed or corrected the meaning. */
    void correct(Versioned<SaidMessage> message, Command command) {
        var said = message.state();
        var contact =
                said.contactId() == null ? null : contacts.get(said.contactId()).state();
        leaveInPeace(said, contact, command);
        if (said.contactId() != null) {
            contacts.understood(said.contactId(), answer(message), command.withoutConditions());
        }
    }

    private void leaveInPeace(SaidMessage said, @Nullable Contact contact, Command command) {
        if (said.certainMeaning() == Meaning.OPT_OUT) {
            var influencerId = contact == null ? null : contact.key().influencerId();
            if (influencerId != null || said.from() != null) {
                suppressPerson.suppress(influencerId, said.from(), "asked for it in a reply", command);
            }
        } else if (said.meaning().fromPerson() && contact != null) {
            var recipient = contact.preparation().recipient();
            if (recipient != null && !alreadyHeard(said, contact)) {
                guards.answered(recipient.guards());
                openContacts.stop(recipient.guards(), contact.key().influencerId(), "contact.answered");
            }
        }
    }

    /** Told again later, it must not push the quiet period further. */
    private static boolean alreadyHeard(SaidMessage said, Contact contact) {
        var id = RecordReply.idOf(said.messageId());
        return contact.dialogue().answers().stream()
                .anyMatch(answer -> answer.id().equals(id));
    }

    private static Answer answer(Versioned<SaidMessage> message) {
        var said = message.state();
        return new Answer(
                message.id(), said.receivedAt(), said.certainMeaning(), said.askedFeeMinorUnits(), said.currency());
    }
}
