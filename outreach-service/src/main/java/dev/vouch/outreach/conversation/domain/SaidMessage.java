package dev.vouch.outreach.conversation.domain;

import dev.vouch.outreach.contact.domain.Meaning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that came in, with what became of it.
 *
 * @param contactId null until somebody knows which contact it answers
 * @param matchedBy how it was found
 * @param confirmedBy the person who confirmed or corrected the meaning
 */
public record SaidMessage(
        String messageId,
        String assignment,
        @Nullable String contactId,
        MatchedBy matchedBy,
        @Nullable String from,
        Instant receivedAt,
        @Nullable String subject,
        String text,
        Meaning meaning,
        boolean certain,
        List<String> because,
        @Nullable Long askedFeeMinorUnits,
        @Nullable String currency,
        @Nullable String confirmedBy) {

    /** Under which a message without a contact is found. */
    public static final String UNASSIGNED = "unassigned";

    public enum MatchedBy {
        REFERENCE,
        TOKEN,
        ADDRESS,
        PERSON,
        NOBODY
    }

    public SaidMessage {
        because = List.copyOf(because);
    }

    public static SaidMessage of(
            Incoming incoming, @Nullable String contactId, MatchedBy matchedBy, Understanding understood) {
        return new SaidMessage(
                incoming.messageId(),
                contactId == null ? UNASSIGNED : contactId,
                contactId,
                matchedBy,
                incoming.from(),
                incoming.receivedAt(),
                incoming.subject(),
                incoming.text(),
                understood.meaning(),
                understood.certain(),
                understood.because(),
                understood.askedFeeMinorUnits(),
                understood.currency(),
                null);
    }

    public SaidMessage confirmed(Meaning as, @Nullable Long fee, @Nullable String of, String by) {
        return new SaidMessage(
                messageId,
                assignment,
                contactId,
                matchedBy,
                from,
                receivedAt,
                subject,
                text,
                as,
                true,
                because,
                fee == null ? askedFeeMinorUnits : fee,
                fee == null ? currency : of,
                by);
    }

    public SaidMessage assigned(String to) {
        return new SaidMessage(
                messageId,
                to,
                to,
                MatchedBy.PERSON,
                from,
                receivedAt,
                subject,
                text,
                meaning,
                certain,
                because,
                askedFeeMinorUnits,
                currency,
                confirmedBy);
    }

    /** What may be built upon; as long as nobody is sure, that is only that something was said. */
    public Meaning certainMeaning() {
        return certain ? meaning : Meaning.OTHER;
    }
}
