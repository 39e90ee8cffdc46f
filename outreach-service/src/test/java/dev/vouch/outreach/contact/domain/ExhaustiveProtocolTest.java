package dev.vouch.outreach.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.outreach.contact.domain.ProtocolModel.Bounds;
import dev.vouch.outreach.contact.domain.ProtocolModel.Weakening;
import dev.vouch.outreach.contact.domain.Stopping.Kind;
import dev.vouch.outreach.contact.domain.World.Mail;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Walks through every order in which two instances, the people and the clock can take their steps, with a crash at any point,
 * and looks at every world on the way. {@link World#dot} knows the promises. From each world on, once everything has crashed,
 * the contact must come to rest by itself or before a person's eyes. The last tests break one rule each, to show that this
 * would be seen.
 */
class ExhaustiveProtocolTest {

    private static final Bounds AT_ANY_MOMENT = bounds(2, 1, 0, false, Duration.ZERO);
    private static final Bounds BY_THE_CLOCK = bounds(2, 1, 30, false, Duration.ofMinutes(30));
    private static final Bounds WITH_FOLLOW_UPS = bounds(3, 0, 0, true, Duration.ZERO);
    private static final Bounds WITH_ONE_FOLLOW_UP = bounds(2, 0, 0, true, Duration.ZERO);

    @Test
    void one_mail_gets_one_dot_unless_a_person_chose_retry() {
        var explored = explored(bounds(3, 1, 0, false, Duration.ZERO), ProtocolStory.oneMail());

        assertKept(explored, 100_000);
        assertReached(explored, world -> world.dotsOf("campaign-1") == 2 && world.retries == 1);
        assertReached(explored, world -> state(world) == ContactState.UNKNOWN && inMail(world, Mail.TAKEN));
        assertReached(explored, world -> state(world) == ContactState.RETRY && inMail(world, Mail.COMMITTED));
        assertReached(explored, ExhaustiveProtocolTest::guardIsFreeAgain);
    }

    @Test
    void a_person_who_retries_after_half_an_hour_meets_no_dot_of_before() {
        var explored = explored(BY_THE_CLOCK, ProtocolStory.oneMail());

        assertKept(explored, 100_000);
        assertReached(explored, world -> world.dotsOf("campaign-1") == 2);
        assertReached(explored, world -> !world.givenUp.isEmpty() && inMail(world, Mail.COMMITTED));
    }

    @Test
    void no_dot_follows_an_acknowledged_opt_out_except_for_contacts_that_its_answer_named() {
        var explored = explored(AT_ANY_MOMENT, ProtocolStory.oneMail(Kind.OPT_OUT));

        assertKept(explored, 50_000);
        assertReached(explored, world -> stopped(world) && world.dots.isEmpty());
        assertReached(
                explored,
                world -> stopped(world)
                        && world.dotsOf("campaign-1") == 1
                        && world.stoppings.get(0).named().contains("campaign-1"));
    }

    @Test
    void no_dot_follows_a_cancellation_except_of_what_was_under_way() {
        var explored = explored(AT_ANY_MOMENT, ProtocolStory.oneMail(Kind.CANCELLATION));

        assertKept(explored, 50_000);
        assertReached(explored, world -> stopped(world) && state(world) == ContactState.CANCELLED);
    }

    @Test
    void a_text_that_a_person_holds_is_given_to_nobody_else() {
        var explored = explored(AT_ANY_MOMENT, ProtocolStory.byHand(Kind.OPT_OUT));

        assertKept(explored, 30_000);
        assertReached(explored, world -> state(world) == ContactState.UNKNOWN && !world.heldTexts.isEmpty());
        assertReached(explored, world -> state(world) == ContactState.SENT && world.dots.size() == 1);
    }

    @Test
    void two_campaigns_never_write_to_one_person_in_one_quiet_period() {
        var explored = explored(AT_ANY_MOMENT, ProtocolStory.twoCampaigns());

        assertKept(explored, 15_000);
        assertReached(explored, world -> world.dotsOf("campaign-1") == 1);
        assertReached(explored, world -> world.dotsOf("campaign-2") == 1);
    }

    @Test
    void a_follow_up_goes_only_after_a_sent_message_and_never_after_an_answer() {
        var explored = explored(WITH_FOLLOW_UPS, ProtocolStory.firstOfTwoTouches(Kind.REPLY));

        assertKept(explored, 10_000);
        assertReached(explored, world -> world.dotsOf("touch-2") == 1);
        assertReached(
                explored,
                world -> stopped(world)
                        && world.contacts.containsKey("touch-2")
                        && world.contact("touch-2").state() == ContactState.CANCELLED);
    }

    @Test
    void no_dot_follows_a_newer_shortlist_without_the_person_even_if_it_arrives_during_a_claim() {
        var explored = explored(AT_ANY_MOMENT, ProtocolStory.oneMail(Kind.UNNAMED));

        assertKept(explored, 50_000);
        assertReached(explored, world -> stopped(world) && state(world) == ContactState.CANCELLED);
        assertReached(
                explored,
                world -> stopped(world)
                        && world.dotsOf("campaign-1") == 1
                        && world.stoppings.get(0).named().contains("campaign-1"));
    }

    @Test
    void a_shortlist_that_names_the_person_again_is_not_undone_by_the_one_before() {
        var explored =
                explored(bounds(2, 0, 0, false, Duration.ZERO), ProtocolStory.oneMail(Kind.UNNAMED, Kind.NAMED_AGAIN));

        assertKept(explored, 10_000);
        assertReached(explored, world -> world.stoppings.stream().allMatch(Stopping::over) && world.dots.size() == 1);
    }

    @Test
    void a_follow_up_goes_not_to_whom_a_newer_shortlist_does_not_name() {
        var explored = explored(WITH_ONE_FOLLOW_UP, ProtocolStory.firstOfTwoTouches(Kind.UNNAMED, Kind.NAMED_AGAIN));

        assertKept(explored, 10_000);
        assertReached(
                explored,
                world -> world.contacts.containsKey("touch-2")
                        && world.contact("touch-2").cancelledFor(Contact.NOT_IN_PLAN));
    }

    @Test
    void a_guard_that_is_ignored_is_found() {
        assertThat(broken(Weakening.GUARD_IGNORED, AT_ANY_MOMENT, ProtocolStory.twoCampaigns()))
                .isEqualTo("two campaigns in one quiet period");
    }

    @Test
    void sending_again_what_was_committing_is_found() {
        assertThat(broken(Weakening.COMMITTING_SENT_AGAIN, AT_ANY_MOMENT, ProtocolStory.oneMail()))
                .isEqualTo("a second dot that no person chose");
    }

    @Test
    void acknowledging_an_opt_out_before_the_contacts_are_cancelled_is_found() {
        assertThat(broken(Weakening.ACKNOWLEDGED_TOO_EARLY, AT_ANY_MOMENT, ProtocolStory.oneMail(Kind.OPT_OUT)))
                .isEqualTo("a dot after an acknowledged stop that did not name the contact");
    }

    @Test
    void retrying_before_the_mail_server_has_hung_up_is_found() {
        assertThat(broken(Weakening.RETRY_AT_ONCE, bounds(2, 1, 30, false, Duration.ZERO), ProtocolStory.oneMail()))
                .isEqualTo("a dot of an attempt that a person had given up");
    }

    @Test
    void a_follow_up_to_a_message_that_was_not_sent_is_found() {
        assertThat(broken(Weakening.FOLLOW_UP_WITHOUT_SENT, WITH_FOLLOW_UPS, ProtocolStory.firstOfTwoTouches()))
                .isEqualTo("a touch whose touch before was not sent");
    }

    @Test
    void a_newer_shortlist_that_leaves_a_claim_to_itself_is_found() {
        assertThat(broken(Weakening.CLAIM_LEFT_TO_ITSELF, AT_ANY_MOMENT, ProtocolStory.oneMail(Kind.UNNAMED)))
                .isEqualTo("a dot after an acknowledged stop that did not name the contact");
    }

    @Test
    void a_shortlist_that_undoes_a_newer_one_is_found() {
        assertThat(broken(
                        Weakening.OLDER_PLAN_UNDOES,
                        AT_ANY_MOMENT,
                        ProtocolStory.oneMail(Kind.UNNAMED, Kind.NAMED_AGAIN)))
                .isEqualTo("whom the newest shortlist names is taken out");
    }

    @Test
    void a_claim_that_does_not_ask_for_the_newest_shortlist_is_found() {
        assertThat(broken(Weakening.PLAN_NOT_ASKED, WITH_ONE_FOLLOW_UP, ProtocolStory.firstOfTwoTouches(Kind.UNNAMED)))
                .isEqualTo("a dot after an acknowledged stop that did not name the contact");
    }

    private static void assertKept(Exploration explored, int atLeast) {
        assertThat(explored.way()).as("the way to a broken promise").isEmpty();
        assertThat(explored.worlds()).as("worlds looked at").hasSizeGreaterThan(atLeast);
        assertThat(explored.afterACrashOfAll())
                .as("comes to rest after a crash")
                .allMatch(Recovery::comesToRest);
    }

    private static void assertReached(Exploration explored, Predicate<World> point) {
        assertThat(explored.worlds().stream().anyMatch(point))
                .as("the exploration comes to this point")
                .isTrue();
    }

    private static Exploration explored(Bounds bounds, World first) {
        return Exploration.of(new ProtocolModel(bounds, Weakening.NONE), first);
    }

    private static String broken(Weakening weakening, Bounds bounds, World first) {
        return String.valueOf(
                Exploration.of(new ProtocolModel(bounds, weakening), first).broken());
    }

    private static Bounds bounds(
            int attempts, int retries, int minutes, boolean followUps, Duration retryAfterUnknown) {
        return new Bounds(attempts, retries, minutes, followUps, ProtocolModel.deadlines(retryAfterUnknown));
    }

    private static ContactState state(World world) {
        return world.contact("campaign-1").state();
    }

    private static boolean stopped(World world) {
        return world.stoppings.get(0).acknowledged();
    }

    private static boolean inMail(World world, Mail mail) {
        return world.senders.stream().anyMatch(sender -> sender.mail() == mail);
    }

    /** A definite failure gave the person back to everybody. */
    private static boolean guardIsFreeAgain(World world) {
        return state(world) == ContactState.FAILED
                && world.dots.isEmpty()
                && world.senders.isEmpty()
                && world.guard("influencer-1").holder() == null;
    }
}
