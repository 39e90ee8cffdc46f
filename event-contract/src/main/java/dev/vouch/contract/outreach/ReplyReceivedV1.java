package dev.vouch.contract.outreach;

import dev.vouch.contract.Check;
import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.Event;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that somebody else's system received: a mail gateway, a CRM, a platform's inbox. */
public record ReplyReceivedV1(
        String messageId,
        @Nullable String inReplyTo,
        @Nullable List<String> references,
        @Nullable String contactToken,
        ContactChannel channel,
        @Nullable String from,
        Instant receivedAt,
        @Nullable String subject,
        String text,
        @Nullable Boolean autoSubmitted)
        implements Event {
    public ReplyReceivedV1 {
        Check.text("messageId", messageId, 998);
        Check.optionalText("inReplyTo", inReplyTo, 998);
        references = Check.optionalList("references", references, 100, (field, item) -> Check.text(field, item, 998));
        Check.optionalText("contactToken", contactToken, 128);
        Check.required("channel", channel);
        Check.optionalText("from", from, 500);
        Check.required("receivedAt", receivedAt);
        Check.optionalFreeText("subject", subject, 1000);
        Check.freeText("text", text, 100_000);
    }
}
