package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.outreach.contact.domain.CampaignGuard;
import dev.vouch.outreach.contact.domain.Contact;
import dev.vouch.outreach.suppression.OpenContacts;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Moves open contacts to CANCELLED one by one. Whoever calls it has set a guard before, so that no new claim comes after it. */
@Singleton
public class CancelContacts implements OpenContacts {

    private static final Command BY = Command.bySystem("outreach.cancel");
    private static final int STEP = 100;

    private final ContactStore contacts;
    private final CampaignStore campaigns;

    CancelContacts(ContactStore contacts, CampaignStore campaigns) {
        this.contacts = contacts;
        this.campaigns = campaigns;
    }

    @Override
    public Set<String> guardsOf(String influencerId) {
        var guards = new TreeSet<String>();
        each(after -> contacts.ofInfluencer(influencerId, after, STEP), contact -> {
            var recipient = contact.state().preparation().recipient();
            if (recipient != null) {
                guards.addAll(recipient.guards());
            }
        });
        return guards;
    }

    @Override
    public Stopped stop(Collection<String> guardIds, @Nullable String influencerId, String why) {
        var cancelled = new TreeSet<String>();
        var alreadyBeingSent = new TreeSet<String>();
        Consumer<Versioned<Contact>> cancel = contact -> {
            var after = cancel(contact.id(), why);
            if (after.perhapsUnderWay()) {
                alreadyBeingSent.add(contact.id());
            } else if (after.cancelledFor(why)) {
                cancelled.add(contact.id());
            }
        };
        guardIds.forEach(guard -> each(after -> contacts.ofGuard(guard, after, STEP), cancel));
        if (influencerId != null) {
            each(after -> contacts.ofInfluencer(influencerId, after, STEP), cancel);
        }
        return new Stopped(List.copyOf(cancelled), List.copyOf(alreadyBeingSent));
    }

    /** Repeated by the timer until it came to its end. */
    public void ofCancelledCampaign(String campaignId) {
        if (!campaigns.guardOf(campaignId).sweepDue()) {
            return;
        }
        each(
                after -> contacts.ofCampaign(campaignId, null, after, STEP),
                contact -> cancel(contact.id(), "contact.campaign-cancelled"));
        campaigns.change(campaignId, BY, guard -> Decision.accepted(guard.swept()), Announcement.none());
    }

    /** What a crash or an outage left open. */
    public void goOn() {
        campaigns.toSweep().stream().map(Versioned<CampaignGuard>::id).forEach(this::ofCancelledCampaign);
    }

    private Contact cancel(String id, String why) {
        var decision =
                contacts.change(id, BY, contact -> Decision.accepted(contact.cancelled(why)), ContactEvents::since);
        return ((Decision.Accepted<Versioned<Contact>>) decision).next().state();
    }

    private static void each(
            Function<@Nullable String, List<Versioned<Contact>>> page, Consumer<Versioned<Contact>> work) {
        String after = null;
        List<Versioned<Contact>> found;
        do {
            found = page.apply(after);
            found.forEach(work);
            after = found.isEmpty() ? null : found.get(found.size() - 1).id();
        } while (found.size() == STEP);
    }
}
