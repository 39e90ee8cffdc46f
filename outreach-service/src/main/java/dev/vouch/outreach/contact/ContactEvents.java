package dev.vouch.outreach.contact;

import dev.vouch.contract.ContactChannel;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became true of a contact by one change, in the order in which it is to be read. */
final class ContactEvents {

    private ContactEvents() {}

    static List<Event> since(@Nullable Contact before, Contact after) {
        var events = new ArrayList<Event>();
        var id = after.key().id();
        var sentAt = after.passage().sentAt();
        if (sentAt != null && (before == null || before.passage().sentAt() == null)) {
            events.add(new InfluencerContactedV1(
                    id,
                    campaign(after),
                    influencer(after),
                    channel(after),
                    after.key().touch(),
                    sentAt));
        }
        var known = before == null ? 0 : before.dialogue().answers().size();
        after.dialogue().answers().stream().skip(known).forEach(answer -> events.add(replied(after, answer)));
        var bouncedAt = after.dialogue().bouncedAt();
        if (bouncedAt != null && (before == null || before.dialogue().bouncedAt() == null)) {
            events.add(new ContactBouncedV1(
                    id,
                    campaign(after),
                    influencer(after),
                    channel(after),
                    after.key().touch(),
                    bouncedAt));
        }
        var conclusion = after.dialogue().conclusion();
        if (conclusion != null
                && !conclusion.equals(before == null ? null : before.dialogue().conclusion())) {
            events.add(concluded(after, conclusion));
        }
        return events;
    }

    private static Event replied(Contact contact, Answer answer) {
        return new InfluencerRepliedV1(
                contact.key().id(),
                campaign(contact),
                influencer(contact),
                channel(contact),
                contact.key().touch(),
                answer.id(),
                answer.receivedAt(),
                ReplyMeaning.valueOf(answer.meaning().name()));
    }

    private static Event concluded(Contact contact, Answer answer) {
        var id = contact.key().id();
        var at = answer.receivedAt();
        var touch = contact.key().touch();
        return switch (answer.meaning()) {
            case ACCEPTED ->
                new InfluencerAcceptedV1(
                        id,
                        campaign(contact),
                        influencer(contact),
                        channel(contact),
                        touch,
                        at,
                        answer.askedFeeMinorUnits(),
                        answer.currency());
            case DECLINED ->
                new InfluencerDeclinedV1(id, campaign(contact), influencer(contact), channel(contact), touch, at);
            case OPT_OUT ->
                new ContactOptedOutV1(id, campaign(contact), influencer(contact), channel(contact), touch, at);
            case QUESTION, AUTOMATIC, BOUNCE, OTHER ->
                throw new IllegalStateException(answer.meaning() + " concludes nothing");
        };
    }

    private static String campaign(Contact contact) {
        return contact.key().campaignId();
    }

    private static String influencer(Contact contact) {
        return contact.key().influencerId();
    }

    private static ContactChannel channel(Contact contact) {
        return contact.channel()
                .map(channel ->
                        ContactChannel.valueOf(Objects.requireNonNull(channel).name()))
                .orElse(ContactChannel.UNKNOWN);
    }
}
