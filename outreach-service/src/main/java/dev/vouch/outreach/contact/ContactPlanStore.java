package dev.vouch.outreach.contact;

import dev.vouch.chassis.aggregate.Layout;
import dev.vouch.chassis.aggregate.Stores;
import dev.vouch.chassis.consumer.Plan;
import dev.vouch.chassis.consumer.PlanStore;
import dev.vouch.outreach.contact.domain.ContactPlan;
import jakarta.inject.Singleton;
import java.util.List;

/** The newest approved shortlist of each campaign, with how far its sweep came. */
@Singleton
class ContactPlanStore extends PlanStore<ContactPlan.Item, ContactPlanStore.Stored> {

    /** The domain's plan in the shape that the chassis sweeps. */
    public record Stored(String campaignId, int revision, List<ContactPlan.Item> items, int done, boolean open)
            implements Plan<ContactPlan.Item, Stored> {

        static Stored of(String campaignId, ContactPlan plan) {
            return new Stored(campaignId, plan.revision(), plan.items(), plan.done(), plan.open());
        }

        ContactPlan plan() {
            return new ContactPlan(revision, items, done, open);
        }

        @Override
        public Stored withDone(int upTo) {
            return of(campaignId, plan().worked(upTo));
        }
    }

    ContactPlanStore(Stores stores) {
        super(stores, Layout.of("plans", Stored.class));
    }

    /** The revision of the newest plan if its sweep has ended, else 0. */
    int workedOff(String campaignId) {
        return find(campaignId)
                .map(plan -> plan.state().open() ? 0 : plan.state().revision())
                .orElse(0);
    }
}
