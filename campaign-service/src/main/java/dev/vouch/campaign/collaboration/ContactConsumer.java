package dev.vouch.campaign.collaboration;

import dev.vouch.campaign.collaboration.domain.Answer;
import dev.vouch.campaign.collaboration.domain.Answer.Meaning;
import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.EachEvent;
import dev.vouch.contract.outreach.ContactBouncedV1;
import dev.vouch.contract.outreach.ContactOptedOutV1;
import dev.vouch.contract.outreach.InfluencerAcceptedV1;
import dev.vouch.contract.outreach.InfluencerDeclinedV1;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps what each contacted person said last, then lets the collaboration know. */
@Singleton
class ContactConsumer {

    private final EachEvent<Answer> contacts;

    ContactConsumer(Consumers consumers, AnswerStore answers, HeedAnswer heedAnswer) {
        contacts = consumers
                .channel("contacts")
                .eachEvent(answers)
                .on(InfluencerAcceptedV1.class, (before, received) -> accepted(received.event()))
                .on(InfluencerDeclinedV1.class, (before, received) -> declined(received.event()))
                .on(ContactBouncedV1.class, (before, received) -> bounced(received.event()))
                .on(ContactOptedOutV1.class, (before, received) -> optedOut(received.event()))
                .then(heedAnswer::heed);
    }

    @Incoming("contacts")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        contacts.apply(records);
    }

    private static Answer accepted(InfluencerAcceptedV1 event) {
        return new Answer(
                event.contactId(),
                event.campaignId(),
                event.influencerId(),
                Meaning.ACCEPTED,
                event.askedFeeMinorUnits(),
                event.currency(),
                event.acceptedAt(),
                true);
    }

    private static Answer declined(InfluencerDeclinedV1 event) {
        return new Answer(
                event.contactId(),
                event.campaignId(),
                event.influencerId(),
                Meaning.DECLINED,
                null,
                null,
                event.declinedAt(),
                true);
    }

    private static Answer bounced(ContactBouncedV1 event) {
        return new Answer(
                event.contactId(),
                event.campaignId(),
                event.influencerId(),
                Meaning.BOUNCED,
                null,
                null,
                event.bouncedAt(),
                true);
    }

    private static Answer optedOut(ContactOptedOutV1 event) {
        return new Answer(
                event.contactId(),
                event.campaignId(),
                event.influencerId(),
                Meaning.OPTED_OUT,
                null,
                null,
                event.optedOutAt(),
                true);
    }
}
