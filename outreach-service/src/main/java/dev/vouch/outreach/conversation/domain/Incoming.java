package dev.vouch.outreach.conversation.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came in, from the mailbox or through the submission topic.
 *
 * @param references Message-IDs of the messages that it answers, the nearest first
 * @param contactToken as a mail gateway found it, or from the address it was sent to
 * @param headers names in lower case; of them only those that tell a machine from a person
 */
public record Incoming(
        String messageId,
        List<String> references,
        @Nullable String contactToken,
        @Nullable String from,
        Instant receivedAt,
        @Nullable String subject,
        String text,
        Map<String, String> headers) {

    public Incoming {
        references = List.copyOf(references);
        headers = Map.copyOf(headers);
    }

    /** Mailboxes count whole seconds; an answer still comes after what it answers. */
    public Incoming notBefore(@Nullable Instant sentAt) {
        return sentAt == null || !receivedAt.isBefore(sentAt)
                ? this
                : new Incoming(messageId, references, contactToken, from, sentAt, subject, text, headers);
    }
}
