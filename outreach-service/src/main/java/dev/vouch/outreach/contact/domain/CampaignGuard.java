package dev.vouch.outreach.contact.domain;

import dev.vouch.chassis.decision.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign as a whole says to each of its contacts; asked after CLAIMED and before COMMITTING.
 *
 * @param sweepDue it was cancelled, and its contacts are not all moved yet
 * @param planRevision of the newest approved shortlist, set before its sweep begins; 0 before the first
 * @param name null until campaign.launched was heard
 */
public record CampaignGuard(
        boolean cancelled,
        boolean sweepDue,
        int planRevision,
        @Nullable String name,
        @Nullable String product) {

    public static final CampaignGuard NEW = new CampaignGuard(false, false, 0, null, null);

    public CampaignGuard launched(String as, String forProduct) {
        return new CampaignGuard(cancelled, sweepDue, planRevision, as, forProduct);
    }

    public CampaignGuard cancel() {
        return cancelled ? this : new CampaignGuard(true, true, planRevision, name, product);
    }

    public CampaignGuard swept() {
        return new CampaignGuard(cancelled, false, planRevision, name, product);
    }

    public CampaignGuard planned(int revision) {
        return new CampaignGuard(cancelled, sweepDue, Math.max(planRevision, revision), name, product);
    }

    /**
     * A contact that the newest plan has not named yet waits for that plan's sweep: it is renewed there, or cancelled. One that
     * the sweep did not meet, since it was planned meanwhile, is cancelled here.
     *
     * @param workedOff the revision whose sweep had ended before the contact was read
     */
    public Optional<Reason> against(Contact contact, int workedOff) {
        if (cancelled) {
            return Optional.of(Reason.of("contact.campaign-cancelled"));
        }
        return Reason.when(
                contact.planRevision() < planRevision,
                workedOff >= planRevision ? Contact.NOT_IN_PLAN : "contact.plan-superseded",
                "revision",
                planRevision);
    }
}
