package dev.vouch.outreach.contact;

import dev.vouch.chassis.consumer.Consumers;
import dev.vouch.chassis.consumer.EachEvent;
import dev.vouch.contract.scoring.ShortlistApprovedV1;
import dev.vouch.outreach.contact.domain.ContactPlan;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** An approved shortlist is stored whole; then its people become contacts. */
@Singleton
class ShortlistConsumer {

    private final EachEvent<ContactPlanStore.Stored> plans;

    ShortlistConsumer(Consumers consumers, ContactPlanStore store, PlanContacts planContacts) {
        plans = consumers
                .channel("shortlists")
                .eachEvent(store)
                .on(ShortlistApprovedV1.class, (stored, received) -> {
                    var event = received.event();
                    var influencers = event.entries().stream()
                            .map(ShortlistApprovedV1.Entry::influencerId)
                            .toList();
                    var before = stored == null ? null : stored.plan();
                    return ContactPlanStore.Stored.of(
                            event.campaignId(), ContactPlan.of(before, event.revision(), influencers));
                })
                .then(planContacts::plan);
    }

    @Incoming("shortlists")
    @Blocking
    void consume(ConsumerRecords<byte[], byte[]> records) {
        plans.apply(records);
    }
}
