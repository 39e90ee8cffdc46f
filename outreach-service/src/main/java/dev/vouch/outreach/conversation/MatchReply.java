package dev.vouch.outreach.conversation;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.outreach.channel.Sender;
import dev.vouch.outreach.contact.Contacts;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.conversation.domain.Incoming;
import dev.vouch.outreach.conversation.domain.SaidMessage.MatchedBy;
import dev.vouch.outreach.suppression.PersonGuards;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which contact does a message answer? The Message-ID that it refers to, then the token of the address that it was sent to; the
 * writer's address alone only if exactly one contact fits. Everything else a person assigns.
 */
@Singleton
class MatchReply {

    /** @param contact null if nobody can say */
    record Match(@Nullable Versioned<Contact> contact, MatchedBy by) {}

    private final Contacts contacts;
    private final PersonGuards guards;
    private final Sender sender;

    MatchReply(Contacts contacts, PersonGuards guards, Sender sender) {
        this.contacts = contacts;
        this.guards = guards;
        this.sender = sender;
    }

    Match match(Incoming message) {
        return byReference(message)
                .map(contact -> new Match(contact, MatchedBy.REFERENCE))
                .or(() -> byToken(message).map(contact -> new Match(contact, MatchedBy.TOKEN)))
                .or(() -> byAddress(message).map(contact -> new Match(contact, MatchedBy.ADDRESS)))
                .orElseGet(() -> new Match(null, MatchedBy.NOBODY));
    }

    private Optional<Versioned<Contact>> byReference(Incoming message) {
        return message.references().stream()
                .flatMap(reference -> sender.contactOfMessageId(reference).stream())
                .flatMap(id -> contacts.find(id).stream())
                .findFirst();
    }

    private Optional<Versioned<Contact>> byToken(Incoming message) {
        return Optional.ofNullable(message.contactToken()).flatMap(contacts::find);
    }

    private static Optional<Versioned<Contact>> newestTouch(List<Versioned<Contact>> ofOneConversation) {
        return ofOneConversation.stream()
                .max(Comparator.comparingInt(contact -> contact.state().key().touch()));
    }

    private Optional<Versioned<Contact>> byAddress(Incoming message) {
        if (message.from() == null) {
            return Optional.empty();
        }
        var fitting = contacts.answerableBy(guards.idOfAddress(message.from()));
        var conversations =
                fitting.stream().map(contact -> contact.state().key().holder()).distinct();
        return conversations.count() == 1 ? newestTouch(fitting) : Optional.empty();
    }
}
