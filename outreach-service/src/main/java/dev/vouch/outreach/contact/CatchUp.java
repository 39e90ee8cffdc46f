package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.consumer.FactLog;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.channel.MailAddress;
import dev.vouch.outreach.contact.LedgerEvents.Told;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactCard;
import dev.vouch.outreach.contact.domain.ContactState;
import dev.vouch.outreach.contact.domain.Meaning;
import dev.vouch.outreach.contact.domain.Recipient;
import dev.vouch.outreach.contact.domain.SendLock;
import dev.vouch.outreach.suppression.PersonGuards;
import dev.vouch.outreach.suppression.SuppressPerson;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a restore, before the first message may leave: the channels are read to their end, the guards learn from the log who was
 * written to, who answered and who does not want to hear from us, and what may have left without a trace goes to a person. Goes
 * on where it stopped, and two instances may do it at once.
 */
@Singleton
public class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Command BY = Command.bySystem("outreach.catch-up");
    private static final String HEEDED = "heededUpTo";
    private static final int STEP = 100;
    private static final List<ContactState> PERHAPS_LET_GO =
            List.of(ContactState.PLANNED, ContactState.RETRY, ContactState.CLAIMED);

    private final SendLockStore locks;
    private final ContactStore contacts;
    private final FactLog log;
    private final PersonGuards guards;
    private final SuppressPerson suppressPerson;
    private final CancelContacts cancelContacts;
    private final ContactCardClient cards;
    private final Clock clock;
    private FactLog.@Nullable Mark mark;

    CatchUp(
            SendLockStore locks,
            ContactStore contacts,
            FactLog log,
            PersonGuards guards,
            SuppressPerson suppressPerson,
            CancelContacts cancelContacts,
            ContactCardClient cards,
            Clock clock) {
        this.locks = locks;
        this.contacts = contacts;
        this.log = log;
        this.guards = guards;
        this.suppressPerson = suppressPerson;
        this.cancelContacts = cancelContacts;
        this.cards = cards;
        this.clock = clock;
    }

    /** Does nothing unless sending is locked. The channels first: cancelled campaigns, new shortlists, replies. */
    public void goOn() {
        var lock = locks.current().filter(SendLock::catchingUp);
        if (lock.isEmpty()) {
            return;
        }
        try {
            if (mark == null) {
                mark = log.mark();
            }
            if (log.reached(mark)) {
                log.read(LedgerEvents.TYPES, received -> heed(LedgerEvents.told(received)));
                lift(lock.get());
            }
        } catch (FactLog.Away away) {
            LOG.warn("sending stays locked: the broker is away: {}", away.getMessage());
        } catch (UncheckedIOException away) {
            LOG.warn("sending stays locked: {}", away.getMessage());
        }
    }

    /** The contact itself knows it since the start of the service; here the person's guards learn it. */
    private void heed(Told told) {
        if (contacts.isNewTo(told.contactId(), HEEDED, told.sequence()) && told.ours()) {
            leaveInPeace(told, addressOf(contacts.get(told.contactId()).state()));
            contacts.passed(told.contactId(), HEEDED, told.sequence());
        }
    }

    private void leaveInPeace(Told told, @Nullable String address) {
        var influencer = told.key().influencerId();
        var guardIds = guards.idsOf(influencer, address);
        var answer = told.answer();
        if (answer == null) {
            guards.writtenTo(guardIds, told.key().holder(), told.at());
        } else if (answer.meaning() == Meaning.OPT_OUT) {
            suppressPerson.suppress(influencer, address, "asked for it in a reply; known from the log", BY);
        } else if (answer.meaning().fromPerson()) {
            guards.answered(guardIds);
            cancelContacts.stop(guardIds, influencer, "contact.answered");
        }
    }

    /** Events carry no addresses, and a contact that is younger than the backup has none: discovery knows it. */
    private @Nullable String addressOf(Contact contact) {
        var recipient = Optional.ofNullable(contact.preparation().recipient()).map(Recipient::address);
        if (recipient.isPresent()) {
            return recipient.get();
        }
        try {
            return cards.card(contact.key().influencerId(), contact.key().campaignId()).stream()
                    .flatMap(card -> card.addresses().stream())
                    .map(ContactCard.Address::address)
                    .filter(MailAddress::isUsable)
                    .findFirst()
                    .orElse(null);
        } catch (ContactCardClient.Away away) {
            throw new UncheckedIOException("an address is not known while discovery is away", (IOException) away);
        }
    }

    private void lift(SendLock lock) {
        var doubted = lock.cause() == SendLock.Cause.RESTORED ? doubt(lock) : 0;
        var now = now();
        locks.change(
                SendLockStore.ID,
                BY.because("the ledger has caught up with the log; in doubt: " + doubted),
                current -> Decision.accepted(current.lifted(doubted, now)),
                Announcement.none());
        LOG.info("sending is unlocked: the ledger has caught up with the log; contacts in doubt: {}", doubted);
    }

    private int doubt(SendLock lock) {
        var evidence = "approved before the backup of " + lock.backupTakenAt() + " and perhaps sent after it";
        int doubted = 0;
        for (var state : PERHAPS_LET_GO) {
            @Nullable String after = null;
            for (var page = contacts.in(state, after, STEP); !page.isEmpty(); page = contacts.in(state, after, STEP)) {
                for (var contact : page) {
                    doubted += doubt(contact, evidence) ? 1 : 0;
                }
                after = page.get(page.size() - 1).id();
            }
        }
        return doubted;
    }

    private boolean doubt(Versioned<Contact> found, String evidence) {
        var token = UUID.randomUUID().toString();
        var now = now();
        var decision = contacts.change(
                found.id(),
                BY.because(evidence),
                contact -> Decision.accepted(contact.doubted(token, evidence, now)),
                Announcement.none());
        return decision instanceof Decision.Accepted<Versioned<Contact>> accepted
                && accepted.next().state().state() == ContactState.UNKNOWN;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
