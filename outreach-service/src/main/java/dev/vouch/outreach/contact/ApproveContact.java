package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.outreach.contact.domain.Approval;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.suppression.PersonGuards;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A person read the preview and lets the message go. Mail leaves by itself from here on, an assisted contact may be opened. */
@Singleton
public class ApproveContact {

    private final SendLockStore locks;
    private final ContactStore contacts;
    private final CampaignStore campaigns;
    private final PersonGuards guards;
    private final Clock clock;

    ApproveContact(
            SendLockStore locks, ContactStore contacts, CampaignStore campaigns, PersonGuards guards, Clock clock) {
        this.locks = locks;
        this.contacts = contacts;
        this.campaigns = campaigns;
        this.guards = guards;
        this.clock = clock;
    }

    public Decision<Versioned<Contact>> approve(String contactId, Command command) {
        var approval = new Approval(command.actor(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return contacts.change(contactId, command, contact -> approved(contact, approval), ContactEvents::since);
    }

    /** The guards enforce it when the message is sent; asked here, so that nobody approves in vain. */
    private Decision<Contact> approved(Contact contact, Approval approval) {
        List<Reason> objections = new ArrayList<>(locks.objection().stream().toList());
        var recipient = contact.preparation().recipient();
        if (recipient != null && guards.anySuppressed(recipient.guards())) {
            objections.add(Reason.of("contact.suppressed"));
        }
        if (campaigns.guardOf(contact.key().campaignId()).cancelled()) {
            objections.add(Reason.of("contact.campaign-cancelled"));
        }
        return objections.isEmpty() ? contact.approved(approval) : new Decision.Refused<>(objections);
    }
}
