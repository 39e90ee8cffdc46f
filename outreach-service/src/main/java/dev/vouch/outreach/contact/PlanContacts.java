package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.ContactPlanStore.Stored;
import dev.vouch.outreach.contact.domain.CampaignGuard;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.contact.domain.ContactKey;
import dev.vouch.outreach.contact.domain.ContactPlan;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/**
 * Step 4 begins: everybody on the approved shortlist becomes one planned contact, and whom a newer list no longer names is
 * taken out. Goes on where it stopped, and may do anything twice.
 */
@Singleton
public class PlanContacts {

    private static final Command BY = Command.bySystem("outreach.plan");

    private final ContactPlanStore plans;
    private final CampaignStore campaigns;
    private final ContactStore contacts;
    private final Clock clock;

    PlanContacts(ContactPlanStore plans, CampaignStore campaigns, ContactStore contacts, Clock clock) {
        this.plans = plans;
        this.campaigns = campaigns;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Sets the campaign's guard to the newest revision before the first contact is touched. */
    public void plan(String campaignId) {
        plans.find(campaignId).filter(plan -> plan.state().open()).ifPresent(plan -> {
            campaigns.upsert(
                    campaignId,
                    BY,
                    guard -> Decision.accepted((guard == null ? CampaignGuard.NEW : guard)
                            .planned(plan.state().revision())),
                    Announcement.none());
            plans.sweep(campaignId, this::work);
        });
    }

    /** What a crash or an outage left open. */
    public void goOn() {
        plans.open().forEach(plan -> plan(plan.id()));
    }

    private void work(Stored plan, ContactPlan.Item item) {
        var first = ContactKey.first(item.influencerId(), plan.campaignId());
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (item.named()) {
            contacts.upsert(
                    first.id(),
                    BY,
                    contact -> Decision.accepted(
                            contact == null
                                    ? Contact.planned(first, plan.revision(), now)
                                    : contact.namedBy(plan.revision(), now)),
                    ContactEvents::since);
        }
        for (var touch : first.allTouches()) {
            if (contacts.find(touch.id()).isPresent()) {
                contacts.change(
                        touch.id(),
                        BY,
                        contact -> Decision.accepted(
                                item.named()
                                        ? contact.namedBy(plan.revision(), now)
                                        : contact.unnamedBy(plan.revision())),
                        ContactEvents::since);
            }
        }
    }
}
