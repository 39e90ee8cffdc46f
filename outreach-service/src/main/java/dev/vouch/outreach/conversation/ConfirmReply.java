package dev.vouch.outreach.conversation;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.outreach.contact.Contacts;
import dev.vouch.outreach.contact.domain.Meaning;
import dev.vouch.outreach.conversation.domain.SaidMessage;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** A person reads a message and says what it means, or whose it is. */
@Singleton
public class ConfirmReply {

    private final ConversationStore messages;
    private final Contacts contacts;
    private final FollowReply followReply;

    ConfirmReply(ConversationStore messages, Contacts contacts, FollowReply followReply) {
        this.messages = messages;
        this.contacts = contacts;
        this.followReply = followReply;
    }

    public Decision<Versioned<SaidMessage>> confirm(
            String contactId,
            String messageId,
            Meaning meaning,
            @Nullable Long askedFeeMinorUnits,
            @Nullable String currency,
            Command command) {
        requireIn(contactId, messageId);
        return messages.change(
                        messageId,
                        command,
                        message -> Decision.accepted(
                                message.confirmed(meaning, askedFeeMinorUnits, currency, command.actor())),
                        Announcement.none())
                .map(message -> {
                    followReply.correct(message, command.withoutConditions());
                    return message;
                });
    }

    /** Only to a contact that may have reached somebody: an answer to nothing would be a guess. */
    public Decision<Versioned<SaidMessage>> assign(String contactId, String messageId, Command command) {
        if (!contacts.get(contactId).state().perhapsDelivered()) {
            return Decision.refused(Reason.of("message.contact-not-sent"));
        }
        return messages.change(
                        messageId,
                        command,
                        message -> message.contactId() == null || contactId.equals(message.contactId())
                                ? Decision.accepted(message.assigned(contactId))
                                : Decision.refused(Reason.of("message.assigned-already")),
                        Announcement.none())
                .map(message -> {
                    followReply.follow(message, command.withoutConditions());
                    return message;
                });
    }

    private void requireIn(String contactId, String messageId) {
        var message = messages.get(messageId).state();
        if (!contactId.equals(message.contactId())) {
            throw new NotFound("conversations/" + contactId + "/messages", messageId);
        }
    }
}
