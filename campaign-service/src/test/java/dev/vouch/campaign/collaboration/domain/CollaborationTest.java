package dev.vouch.campaign.collaboration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.collaboration.domain.Collaboration.State;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CollaborationTest {

    private static final Instant T0 = Instant.parse("2026-11-24T09:00:00Z");
    private static final Instant T1 = T0.plusSeconds(60);
    private static final Money CEILING = euro(40_000);
    private static final List<Deliverable> ONE_REEL = List.of(new Deliverable(Deliverable.Kind.REEL, 1));

    @Test
    void who_names_no_fee_is_offered_the_ceiling() {
        var open = accepted(null).opened(CEILING, "campaign", T1);

        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.offers()).extracting(Offer::fee).containsExactly(CEILING);
    }

    @Test
    void who_asks_less_than_the_ceiling_is_offered_what_was_asked() {
        assertThat(accepted(euro(25_000)).opened(CEILING, "campaign", T1).offers())
                .extracting(Offer::fee)
                .containsExactly(euro(25_000));
    }

    @Test
    void who_asks_more_waits_for_a_person_and_the_reason_is_kept() {
        var open = accepted(euro(40_001)).opened(CEILING, "campaign", T1);

        assertThat(open.offers()).isEmpty();
        assertThat(open.refusals()).extracting(Reason::code).containsExactly("offer.above-ceiling");
        assertThat(reasons(open.agree("mara", T1))).containsExactly("collaboration.nothing-offered");
    }

    @Test
    void a_first_offer_asks_for_one_post_in_the_platform_s_form() {
        var onYoutube = Collaboration.expected("k2", "c1", "youtube-00000000000000aa", "t1", null, T0);

        assertThat(onYoutube.opened(CEILING, "campaign", T1).offers().get(0).deliverables())
                .containsExactly(new Deliverable(Deliverable.Kind.VIDEO, 1));
    }

    @Test
    void an_offer_stays_below_the_ceiling_and_asks_for_something() {
        var open = open();

        assertThat(reasons(open.makeOffer(euro(40_001), List.of(), CEILING, "mara", T1)))
                .containsExactly("offer.above-ceiling", "offer.without-deliverable");
        assertThat(reasons(open.makeOffer(euro(1), ONE_REEL, null, "mara", T1)))
                .containsExactly("offer.not-on-the-shortlist");
        assertThat(reasons(open.makeOffer(new Money(1, "USD"), ONE_REEL, CEILING, "mara", T1)))
                .containsExactly("offer.other-currency");
    }

    @Test
    void the_newest_offer_is_what_is_agreed() {
        var better = next(open().makeOffer(euro(35_000), ONE_REEL, CEILING, "mara", T1));

        var agreeing = next(better.agree("mara", T1));

        assertThat(agreeing.state()).isEqualTo(State.AGREEING);
        assertThat(agreement(agreeing).reservationId()).isEqualTo("k1.2");
        assertThat(agreement(agreeing).fee()).isEqualTo(euro(35_000));
        assertThat(agreeing.bound("k1.2", T1).state()).isEqualTo(State.AGREED);
    }

    @Test
    void agreeing_twice_is_agreeing_once() {
        var agreeing = next(open().agree("mara", T1));

        assertThat(next(agreeing.agree("jon", T1.plusSeconds(1)))).isEqualTo(agreeing);
    }

    @Test
    void what_cannot_be_afforded_stays_open_under_a_new_reservation() {
        var agreeing = next(open().agree("mara", T1));

        var open = agreeing.unaffordable("k1.1", List.of(Reason.of("budget.exceeded")), T1);

        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.agreement()).isNull();
        assertThat(open.refusals()).extracting(Reason::code).containsExactly("budget.exceeded");
        assertThat(agreement(next(open.agree("mara", T1))).reservationId()).isEqualTo("k1.2");
    }

    @Test
    void an_answer_of_the_budget_to_an_earlier_attempt_changes_nothing() {
        var second = next(next(open().agree("mara", T1))
                .unaffordable("k1.1", List.of(Reason.of("budget.exceeded")), T1)
                .agree("mara", T1));

        assertThat(second.bound("k1.1", T1)).isEqualTo(second);
        assertThat(second.unaffordable("k1.1", List.of(), T1)).isEqualTo(second);
    }

    @Test
    void what_may_be_reserved_is_released_before_the_end() {
        var agreed = next(open().agree("mara", T1)).bound("k1.1", T1);

        var cancelling = agreed.cancelled("collaboration.cancelled", T1);

        assertThat(cancelling.state()).isEqualTo(State.CANCELLING);
        assertThat(cancelling.bound("k1.1", T1)).isEqualTo(cancelling);
        assertThat(cancelling.released(T1).state()).isEqualTo(State.ENDED);
        assertThat(open().cancelled("collaboration.cancelled", T1).state()).isEqualTo(State.ENDED);
    }

    @Test
    void a_binding_promise_outlives_the_campaign_and_a_change_of_mind() {
        var agreed = next(open().agree("mara", T1)).bound("k1.1", T1);

        assertThat(agreed.cancelledUnlessAgreed("campaign.cancelled", T1)).isEqualTo(agreed);
    }

    @Test
    void who_declined_may_come_back_but_who_opted_out_may_not() {
        var declined = open().cancelled("influencer.declined", T1);
        var optedOut = open().cancelled("contact.opted-out", T1);

        var back = declined.acceptedAgain("t2", euro(30_000), T1);

        assertThat(back.state()).isEqualTo(State.EXPECTED);
        assertThat(back.contactId()).isEqualTo("t2");
        assertThat(back.opened(CEILING, "campaign", T1).offers())
                .extracting(Offer::version)
                .containsExactly(1, 2);
        assertThat(optedOut.acceptedAgain("t2", null, T1)).isEqualTo(optedOut);
    }

    @Test
    void the_same_acceptance_told_again_changes_nothing_and_a_new_fee_is_looked_at_anew() {
        var open = open();

        assertThat(open.acceptedAgain("t1", null, T1)).isEqualTo(open);
        assertThat(open.acceptedAgain("t1", euro(20_000), T1)
                        .opened(CEILING, "campaign", T1)
                        .offers())
                .extracting(Offer::fee)
                .containsExactly(CEILING, euro(20_000));
    }

    private static Collaboration accepted(@Nullable Money asked) {
        return Collaboration.expected("k1", "c1", "instagram-00000000000000aa", "t1", asked, T0);
    }

    private static Collaboration open() {
        return accepted(null).opened(CEILING, "campaign", T1);
    }

    private static Agreement agreement(Collaboration collaboration) {
        var agreement = collaboration.agreement();
        assertThat(agreement).isNotNull();
        return agreement;
    }

    private static Money euro(long cents) {
        return new Money(cents, "EUR");
    }

    private static Collaboration next(Decision<Collaboration> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<Collaboration>) decision).next();
    }

    private static List<String> reasons(Decision<?> decision) {
        return ((Decision.Refused<?>) decision)
                .reasons().stream().map(Reason::code).toList();
    }
}
