package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.PreparedStore;
import dev.vouch.chassis.consumer.FactLog;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.LedgerEvents.Told;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.SendLock;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a restore each contact learns from the log what it said since the backup. Before the channels open, so that a reply
 * which they bring once more finds a contact that knows it, and is not announced a second time. Goes on where it stopped.
 */
@Singleton
class RestoredLedger implements PreparedStore {

    private static final Logger LOG = LoggerFactory.getLogger(RestoredLedger.class);
    private static final Command BY = Command.bySystem("outreach.catch-up");
    private static final String LEARNT = "learntUpTo";

    private final SendLockStore locks;
    private final ContactStore contacts;
    private final FactLog log;

    RestoredLedger(SendLockStore locks, ContactStore contacts, FactLog log) {
        this.locks = locks;
        this.contacts = contacts;
        this.log = log;
    }

    @Override
    public void prepare() {
        if (locks.current().filter(SendLock::catchingUp).isEmpty()) {
            return;
        }
        try {
            log.read(LedgerEvents.TYPES, received -> learn(LedgerEvents.told(received)));
        } catch (FactLog.Away away) {
            throw new IllegalStateException("the ledger cannot be brought up to date", away);
        }
    }

    private void learn(Told told) {
        if (!contacts.isNewTo(told.contactId(), LEARNT, told.sequence())) {
            return;
        }
        if (!told.ours()) {
            LOG.warn("contact={} was told of by somebody else and is left alone", told.contactId());
            return;
        }
        contacts.upsert(
                told.contactId(),
                BY.because("event " + told.sequence() + " is in the log and was not in the backup"),
                current -> Decision.accepted(
                        told.on(current == null ? Contact.planned(told.key(), 0, told.at()) : current)),
                Announcement.none());
        contacts.passed(told.contactId(), LEARNT, told.sequence());
        locks.change(
                SendLockStore.ID,
                BY.because("learnt event " + told.sequence() + " of " + told.contactId()),
                lock -> Decision.accepted(lock.broughtIn(1)),
                Announcement.none());
    }
}
