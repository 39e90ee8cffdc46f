package dev.vouch.campaign.collaboration.domain;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign and one influencer agree, from the accepted contact to the end.
 *
 * @param contactId the contact that was accepted
 * @param since when it came into its state; a state that waits shows its age by it
 * @param asked what the influencer asked for; null when no figure was named
 * @param offers the newest last
 * @param agreement null until somebody accepts an offer
 * @param endCode why it is ending or over, as a code
 * @param refusals why the last attempt to agree failed
 */
public record Collaboration(
        String id,
        String campaignId,
        String influencerId,
        String contactId,
        State state,
        Instant since,
        @Nullable Money asked,
        List<Offer> offers,
        @Nullable Agreement agreement,
        @Nullable String endCode,
        List<Reason> refusals) {

    public enum State {
        /** Accepted; the approved fee ceiling is not known yet. */
        EXPECTED,
        /** Terms may be offered and accepted. */
        OPEN,
        /** An offer is accepted; its fee is being reserved. */
        AGREEING,
        /** Reserved and binding. */
        AGREED,
        /** Given up; the reserved fee is being released. */
        CANCELLING,
        ENDED
    }

    private static final Set<String> MAY_COME_BACK = Set.of("influencer.declined", "contact.bounced");

    public Collaboration {
        since = since.truncatedTo(ChronoUnit.MILLIS);
        offers = List.copyOf(offers);
        refusals = List.copyOf(refusals);
    }

    public static Collaboration expected(
            String id, String campaignId, String influencerId, String contactId, @Nullable Money asked, Instant at) {
        return new Collaboration(
                id, campaignId, influencerId, contactId, State.EXPECTED, at, asked, List.of(), null, null, List.of());
    }

    /** An acceptance opens anew what a refusal or bounce had ended, and its fee replaces one asked before; later it changes nothing. */
    public Collaboration acceptedAgain(String byContactId, @Nullable Money nowAsked, Instant at) {
        var reopens = state == State.ENDED && endCode != null && MAY_COME_BACK.contains(endCode);
        var asksAnew = !byContactId.equals(contactId) || !Objects.equals(asked, nowAsked);
        var mayStillChange = asksAnew && (state == State.EXPECTED || state == State.OPEN);
        return reopens || mayStillChange
                ? new Collaboration(
                        id,
                        campaignId,
                        influencerId,
                        byContactId,
                        State.EXPECTED,
                        at,
                        nowAsked,
                        offers,
                        null,
                        null,
                        List.of())
                : this;
    }

    /** The ceiling is known: prepares an offer of what was asked, or of the ceiling if nothing was, unless that is too much. */
    public Collaboration opened(Money ceiling, String preparedBy, Instant at) {
        if (state != State.EXPECTED) {
            return this;
        }
        var fee = asked == null ? ceiling : asked;
        var deliverables = Deliverable.usualFor(influencerId);
        var objections = OfferPolicy.objections(new OfferPolicy.Proposal(fee, deliverables, ceiling));
        return objections.isEmpty()
                ? in(State.OPEN, at).offering(fee, deliverables, preparedBy, at)
                : in(State.OPEN, at).refusedFor(objections);
    }

    /** @param ceiling null when no approved shortlist names the influencer */
    public Decision<Collaboration> makeOffer(
            Money fee, List<Deliverable> deliverables, @Nullable Money ceiling, String by, Instant at) {
        if (state != State.OPEN && state != State.EXPECTED) {
            return Decision.refused(Reason.of("collaboration.not-open", "state", state));
        }
        return Decision.unless(
                OfferPolicy.objections(new OfferPolicy.Proposal(fee, deliverables, ceiling)),
                () -> in(State.OPEN, state == State.OPEN ? since : at).offering(fee, deliverables, by, at));
    }

    /** Accepts the newest offer; binding only when its fee is reserved. Saying it twice is saying it once. */
    public Decision<Collaboration> agree(String by, Instant at) {
        if (state == State.AGREEING || state == State.AGREED) {
            return Decision.accepted(this);
        }
        if (state != State.OPEN) {
            return Decision.refused(Reason.of("collaboration.not-open", "state", state));
        }
        if (offers.isEmpty()) {
            return Decision.refused(Reason.of("collaboration.nothing-offered"));
        }
        var offer = newestOffer();
        return Decision.accepted(in(State.AGREEING, at)
                .with(new Agreement(id + "." + offer.version(), offer.fee(), offer.deliverables(), by, at)));
    }

    /** The fee of this very agreement is reserved. */
    public Collaboration bound(String reservationId, Instant at) {
        return isAgreeing(reservationId) ? in(State.AGREED, at) : this;
    }

    /** The fee of this very agreement was refused for good: the terms stand under a new version, so that they can be tried again. */
    public Collaboration unaffordable(String reservationId, List<Reason> reasons, Instant at) {
        if (!isAgreeing(reservationId)) {
            return this;
        }
        var repeated = newestOffer().repeatedAs(offers.size() + 1);
        return in(State.OPEN, at).with((Agreement) null).and(repeated).refusedFor(reasons);
    }

    /** Ends it; what may be reserved must be released first. */
    public Collaboration cancelled(String code, Instant at) {
        return switch (state) {
            case EXPECTED, OPEN -> in(State.ENDED, at).because(code);
            case AGREEING, AGREED -> in(State.CANCELLING, at).because(code);
            case CANCELLING, ENDED -> this;
        };
    }

    /** Like {@link #cancelled}, but a promise that is binding stands: only a person takes it back. */
    public Collaboration cancelledUnlessAgreed(String code, Instant at) {
        return state == State.AGREED ? this : cancelled(code, at);
    }

    public Collaboration released(Instant at) {
        return state == State.CANCELLING ? in(State.ENDED, at) : this;
    }

    private boolean isAgreeing(String reservationId) {
        return state == State.AGREEING
                && agreement != null
                && agreement.reservationId().equals(reservationId);
    }

    private Offer newestOffer() {
        return offers.get(offers.size() - 1);
    }

    private Collaboration offering(Money fee, List<Deliverable> deliverables, String by, Instant at) {
        return and(new Offer(offers.size() + 1, fee, deliverables, by, at)).refusedFor(List.of());
    }

    private Collaboration and(Offer offer) {
        var all = new ArrayList<>(offers);
        all.add(offer);
        return copy(state, since, all, agreement, endCode, refusals);
    }

    private Collaboration in(State next, Instant at) {
        return copy(next, at, offers, agreement, endCode, refusals);
    }

    private Collaboration with(@Nullable Agreement next) {
        return copy(state, since, offers, next, endCode, refusals);
    }

    private Collaboration because(String code) {
        return copy(state, since, offers, agreement, code, refusals);
    }

    private Collaboration refusedFor(List<Reason> reasons) {
        return copy(state, since, offers, agreement, endCode, reasons);
    }

    private Collaboration copy(
            State nextState,
            Instant at,
            List<Offer> nextOffers,
            @Nullable Agreement nextAgreement,
            @Nullable String nextEndCode,
            List<Reason> nextRefusals) {
        return new Collaboration(
                id,
                campaignId,
                influencerId,
                contactId,
                nextState,
                at,
                asked,
                nextOffers,
                nextAgreement,
                nextEndCode,
                nextRefusals);
    }
}
