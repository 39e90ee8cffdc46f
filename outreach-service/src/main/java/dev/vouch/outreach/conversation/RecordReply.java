package dev.vouch.outreach.conversation;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.outreach.contact.domain.ContactKey;
import dev.vouch.outreach.contact.domain.Wording;
import dev.vouch.outreach.conversation.domain.Incoming;
import dev.vouch.outreach.conversation.domain.ReplyPolicy;
import dev.vouch.outreach.conversation.domain.SaidMessage;
import dev.vouch.outreach.conversation.domain.SaidMessage.MatchedBy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * A message came in, through the mailbox or the topic, perhaps through both and perhaps again: it is stored once, understood,
 * and what follows from it is done. Whoever calls it repeats it until it returns.
 */
@Singleton
public class RecordReply {

    /** @param isNew it was not known before */
    public record Recorded(boolean isNew, SaidMessage message) {

        Outcome outcome() {
            if (!isNew) {
                return Outcome.UNCHANGED;
            }
            return message.matchedBy() == MatchedBy.NOBODY
                    ? new Outcome(Outcome.Kind.CREATED, List.of(Reason.of("message.unassigned")))
                    : Outcome.CREATED;
        }
    }

    private static final Command BY = Command.bySystem("outreach.replies");

    private final ConversationStore messages;
    private final MatchReply matchReply;
    private final FollowReply followReply;

    RecordReply(ConversationStore messages, MatchReply matchReply, FollowReply followReply) {
        this.messages = messages;
        this.matchReply = matchReply;
        this.followReply = followReply;
    }

    public Recorded record(Incoming incoming) {
        var id = idOf(incoming.messageId());
        var known = messages.find(id);
        var stored = known.orElseGet(() -> store(id, incoming));
        followReply.follow(stored, BY);
        return new Recorded(known.isEmpty(), stored.state());
    }

    static String idOf(String messageId) {
        var plain = messageId.strip();
        var bare = plain.startsWith("<") && plain.endsWith(">") ? plain.substring(1, plain.length() - 1) : plain;
        return ContactKey.hash("message\n" + bare).substring(0, 32);
    }

    private Versioned<SaidMessage> store(String id, Incoming incoming) {
        var match = matchReply.match(incoming);
        var contact = match.contact();
        var sent = Optional.ofNullable(contact)
                .map(each -> each.state().preparation().wording())
                .map(Wording::text)
                .orElse("");
        var understood = ReplyPolicy.understand(incoming, sent);
        var sentAt = contact == null ? null : contact.state().passage().sentAt();
        var message = SaidMessage.of(
                incoming.notBefore(sentAt), contact == null ? null : contact.id(), match.by(), understood);
        var decision = messages.create(id, BY, () -> Decision.accepted(message), Announcement.none());
        return ((Decision.Accepted<Versioned<SaidMessage>>) decision).next();
    }
}
