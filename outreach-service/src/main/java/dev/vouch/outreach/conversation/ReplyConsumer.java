package dev.vouch.outreach.conversation;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.EachObservation;
import dev.vouch.contract.outreach.ReplyReceivedV1;
import dev.vouch.outreach.conversation.domain.Incoming;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Answers that other systems received: a mail gateway, a CRM, a platform's inbox. */
@Singleton
class ReplyConsumer {

    private final EachObservation replies;

    ReplyConsumer(Consumers consumers, RecordReply recordReply) {
        replies = consumers
                .channel("replies")
                .eachObservation()
                .on(
                        ReplyReceivedV1.class,
                        received ->
                                recordReply.record(incoming(received.event())).outcome());
    }

    @org.eclipse.microprofile.reactive.messaging.Incoming("replies")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        replies.apply(records);
    }

    private static Incoming incoming(ReplyReceivedV1 event) {
        var references = new ArrayList<String>();
        if (event.inReplyTo() != null) {
            references.add(event.inReplyTo());
        }
        if (event.references() != null) {
            references.addAll(event.references());
        }
        var automatic = Boolean.TRUE.equals(event.autoSubmitted());
        return new Incoming(
                event.messageId(),
                references,
                event.contactToken(),
                event.from(),
                event.receivedAt(),
                event.subject(),
                event.text(),
                automatic ? Map.of("auto-submitted", "auto-replied") : Map.of());
    }
}
