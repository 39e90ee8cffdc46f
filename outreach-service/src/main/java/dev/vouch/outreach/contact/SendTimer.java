package dev.vouch.outreach.contact;

import dev.vouch.chassis.lifecycle.GracefulStop;
import dev.vouch.outreach.contact.domain.ContactState;
import dev.vouch.outreach.contact.domain.Preparation.Stage;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Prepares what was planned, sends what was approved, and takes over what a crash left. */
@Singleton
class SendTimer {

    private static final int STEP = 50;
    private static final List<ContactState> QUEUED = List.of(ContactState.PLANNED, ContactState.RETRY);

    private final ContactStore contacts;
    private final PlanContacts planContacts;
    private final CancelContacts cancelContacts;
    private final PrepareContact prepareContact;
    private final SendContact sendContact;
    private final ExpireContacts expireContacts;
    private final CatchUp catchUp;
    private final GracefulStop stop;
    private final Clock clock;

    SendTimer(
            ContactStore contacts,
            PlanContacts planContacts,
            CancelContacts cancelContacts,
            PrepareContact prepareContact,
            SendContact sendContact,
            ExpireContacts expireContacts,
            CatchUp catchUp,
            GracefulStop stop,
            Clock clock) {
        this.contacts = contacts;
        this.planContacts = planContacts;
        this.cancelContacts = cancelContacts;
        this.prepareContact = prepareContact;
        this.sendContact = sendContact;
        this.expireContacts = expireContacts;
        this.catchUp = catchUp;
        this.stop = stop;
        this.clock = clock;
    }

    @Scheduled(
            identity = "prepare-contacts",
            every = "${vouch.outreach.prepare-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void prepare() {
        for (var contact : contacts.due(ContactState.PLANNED, Stage.TO_PREPARE, clock.instant(), STEP)) {
            if (stop.stopping() || !prepareContact.prepare(contact.id())) {
                return;
            }
        }
    }

    @Scheduled(
            identity = "send-contacts",
            every = "${vouch.outreach.send-every:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        catchUp.goOn();
        for (var state : QUEUED) {
            for (var contact : contacts.due(state, Stage.APPROVED, clock.instant(), STEP)) {
                if (stop.stopping()) {
                    return;
                }
                sendContact.send(contact.id());
            }
        }
    }

    @Scheduled(
            identity = "take-over-contacts",
            every = "${vouch.outreach.take-over-every:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void takeOver() {
        planContacts.goOn();
        cancelContacts.goOn();
        expireContacts.expire();
    }
}
