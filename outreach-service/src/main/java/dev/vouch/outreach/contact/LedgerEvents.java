package dev.vouch.outreach.contact;

import dev.vouch.chassis.event.Received;
import dev.vouch.contract.Event;
import dev.vouch.contract.ReplyMeaning;
import dev.vouch.contract.outreach.ContactBouncedV1;
import dev.vouch.contract.outreach.ContactOptedOutV1;
import dev.vouch.contract.outreach.InfluencerAcceptedV1;
import dev.vouch.contract.outreach.InfluencerContactedV1;
import dev.vouch.contract.outreach.InfluencerDeclinedV1;
import dev.vouch.contract.outreach.InfluencerRepliedV1;
import dev.vouch.outreach.contact.domain.Answer;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactKey;
import dev.vouch.outreach.contact.domain.Meaning;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Our own events read back: what the log knows of a contact. The reverse of {@link ContactEvents}. */
final class LedgerEvents {

    static final Set<Class<? extends Event>> TYPES = Set.of(
            InfluencerContactedV1.class,
            InfluencerRepliedV1.class,
            InfluencerAcceptedV1.class,
            InfluencerDeclinedV1.class,
            ContactOptedOutV1.class,
            ContactBouncedV1.class);

    /** @param answer null for the message itself */
    record Told(
            String contactId,
            long sequence,
            ContactKey key,
            Instant at,
            @Nullable Answer answer) {

        boolean ours() {
            return key.id().equals(contactId);
        }

        Contact on(Contact contact) {
            return answer == null ? contact.sentByTheLog(at) : contact.answeredByTheLog(answer);
        }
    }

    private LedgerEvents() {}

    static Told told(Received<?> received) {
        var sequence = received.envelope().sequence();
        var event = received.event();
        if (event instanceof InfluencerContactedV1 contacted) {
            return told(
                    contacted.contactId(),
                    sequence,
                    new ContactKey(contacted.influencerId(), contacted.campaignId(), contacted.touch()),
                    contacted.sentAt(),
                    null);
        }
        if (event instanceof InfluencerRepliedV1 replied) {
            return told(
                    replied.contactId(),
                    sequence,
                    new ContactKey(replied.influencerId(), replied.campaignId(), replied.touch()),
                    replied.receivedAt(),
                    new Answer(replied.replyId(), replied.receivedAt(), meaning(replied.meaning()), null, null));
        }
        if (event instanceof InfluencerAcceptedV1 accepted) {
            return told(
                    accepted.contactId(),
                    sequence,
                    new ContactKey(accepted.influencerId(), accepted.campaignId(), accepted.touch()),
                    accepted.acceptedAt(),
                    new Answer(
                            concluding(sequence),
                            accepted.acceptedAt(),
                            Meaning.ACCEPTED,
                            accepted.askedFeeMinorUnits(),
                            accepted.currency()));
        }
        if (event instanceof InfluencerDeclinedV1 declined) {
            return told(
                    declined.contactId(),
                    sequence,
                    new ContactKey(declined.influencerId(), declined.campaignId(), declined.touch()),
                    declined.declinedAt(),
                    new Answer(concluding(sequence), declined.declinedAt(), Meaning.DECLINED, null, null));
        }
        if (event instanceof ContactOptedOutV1 optedOut) {
            return told(
                    optedOut.contactId(),
                    sequence,
                    new ContactKey(optedOut.influencerId(), optedOut.campaignId(), optedOut.touch()),
                    optedOut.optedOutAt(),
                    new Answer(concluding(sequence), optedOut.optedOutAt(), Meaning.OPT_OUT, null, null));
        }
        var bounced = (ContactBouncedV1) event;
        return told(
                bounced.contactId(),
                sequence,
                new ContactKey(bounced.influencerId(), bounced.campaignId(), bounced.touch()),
                bounced.bouncedAt(),
                new Answer(concluding(sequence), bounced.bouncedAt(), Meaning.BOUNCE, null, null));
    }

    private static Told told(String contactId, long sequence, ContactKey key, Instant at, @Nullable Answer answer) {
        return new Told(contactId, sequence, key, at, answer);
    }

    /** For an answer whose own id the event does not carry; the contact finds it by its time. */
    private static String concluding(long sequence) {
        return "event-" + sequence;
    }

    private static Meaning meaning(ReplyMeaning meaning) {
        return meaning == ReplyMeaning.UNKNOWN ? Meaning.OTHER : Meaning.valueOf(meaning.name());
    }
}
