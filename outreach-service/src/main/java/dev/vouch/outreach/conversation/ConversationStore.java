package dev.vouch.outreach.conversation;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.outreach.conversation.domain.SaidMessage;
import jakarta.inject.Singleton;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What came in, one document per message; mailbox and topic meet under the hash of the Message-ID. */
@Singleton
class ConversationStore extends AggregateStore<SaidMessage> {

    private static final int MESSAGES = 200;

    ConversationStore(Stores stores) {
        super(stores, Layout.of("messages", SaidMessage.class).index("state.assignment"));
    }

    List<Versioned<SaidMessage>> of(String contactId) {
        return query(new Document("state.assignment", contactId), MESSAGES);
    }

    List<Versioned<SaidMessage>> unassigned(@Nullable String after, int limit) {
        return pageAfter(after, new Document("state.assignment", SaidMessage.UNASSIGNED), limit);
    }
}
