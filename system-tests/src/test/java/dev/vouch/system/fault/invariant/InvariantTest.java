package dev.vouch.system.fault.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Acknowledged.Change;
import dev.vouch.system.fault.evidence.Acknowledged.OptOut;
import dev.vouch.system.fault.evidence.Acknowledged.Submission;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each invariant can fail: a verifier that cannot say no proves nothing. */
class InvariantTest {

    private static final String NOON = "2026-03-01T12:00:00Z";
    private static final String UNKNOWN = """
            {'state': {'state': 'UNKNOWN', 'passage': {'attempts': [{'committedAt': {'$date': '2026-03-01T12:00:00Z'}}]}}}""";

    private static final String LATER = "2026-03-01T12:05:00Z";

    @Test
    void there_are_thirteen_under_their_numbers() {
        assertThat(Invariant.ALL)
                .extracting(Invariant::id)
                .containsExactly("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12", "I13");
    }

    @Test
    void nothing_is_broken_by_nothing() {
        assertThat(Invariant.ALL)
                .allSatisfy(invariant -> assertThat(
                                invariant.check(new Made().evidence()).holds())
                        .isTrue());
    }

    @Test
    void an_acknowledged_submission_without_an_outcome_is_lost() {
        var made = new Made();
        made.acknowledged.add(new Submission("vouch_discovery", "e1"));

        broken(new NothingAcknowledgedIsLost(), made, "e1");
        holds(new NothingAcknowledgedIsLost(), made.stored("vouch_discovery.submissions", "e1", "{}"));
    }

    @Test
    void an_acknowledged_submission_may_lie_among_the_dead_letters() {
        var made = new Made().said(Made.INTAKE.deadLetters(), "{", Map.of("ce_id", "e1"));
        made.acknowledged.add(new Submission("vouch_discovery", "e1"));

        holds(new NothingAcknowledgedIsLost(), made);
    }

    @Test
    void an_acknowledged_change_is_stored_at_its_version_or_a_later_one() {
        var made = new Made().stored("vouch_campaign.campaigns", "c1", "{'version': 1}");
        made.acknowledged.add(new Change("vouch_campaign.campaigns", "c1", 1));
        holds(new NothingAcknowledgedIsLost(), made);

        made.acknowledged.add(new Change("vouch_campaign.campaigns", "c1", 2));
        broken(new NothingAcknowledgedIsLost(), made, "c1");
    }

    @Test
    void a_hole_in_a_history_is_a_lost_event() {
        var made = new Made()
                .stored("vouch_campaign.campaigns", "c1", "{'eventSequence': 2}")
                .said(Topics.CAMPAIGN, "campaign.cancelled", "e2", "c1", 2, "{}");
        broken(new NoEventIsLost(), made, "c1");

        holds(new NoEventIsLost(), made.said(Topics.CAMPAIGN, "campaign.launched", "e1", "c1", 1, "{}"));
    }

    @Test
    void of_a_state_only_the_newest_event_must_be_there() {
        var made = new Made()
                .stored("vouch_scoring.scorecards", "i1", "{'eventSequence': 5}")
                .said(Topics.SCORE, "influencer.scored", "e4", "i1", 4, "{}");
        broken(new NoEventIsLost(), made, "i1");

        holds(new NoEventIsLost(), made.said(Topics.SCORE, "influencer.scored", "e5", "i1", 5, "{}"));
    }

    @Test
    void a_second_mail_of_a_contact_is_an_effect_done_twice() {
        var made = new Made().mailed(NOON, "a1", "a@x.example");
        holds(new NoEffectTwice(), made);

        broken(new NoEffectTwice(), made.mailed(LATER, "a1", "a@x.example"), "a1");
    }

    @Test
    void a_second_assignment_of_an_influencer_is_an_effect_done_twice_unless_the_first_ended() {
        var body = "{\"campaignId\":\"c1\",\"influencerId\":\"i1\"}";
        var made = new Made()
                .said(Topics.COLLABORATION, "influencer.assigned", "e1", "k1", 1, body)
                .said(Topics.COLLABORATION, "influencer.assigned", "e1", "k1", 1, body)
                .said(Topics.COLLABORATION, "collaboration.ended", "e2", "k1", 2, body)
                .said(Topics.COLLABORATION, "influencer.assigned", "e3", "k1", 3, body);
        holds(new NoEffectTwice(), made);

        broken(
                new NoEffectTwice(),
                made.said(Topics.COLLABORATION, "influencer.assigned", "e4", "k2", 1, body),
                "c1/i1");
    }

    @Test
    void one_person_in_two_campaigns_is_written_to_twice() {
        var made = new Made()
                .stored("vouch_outreach.contacts", "a1", contact("c1", "i1"))
                .stored("vouch_outreach.contacts", "b2", contact("c1", "i1"))
                .stored("vouch_outreach.contacts", "c3", contact("c2", "i3"))
                .mailed(NOON, "a1", "same@x.example")
                .mailed(LATER, "b2", "same@x.example");
        holds(new NoPersonTwice(), made);

        broken(new NoPersonTwice(), made.mailed(LATER, "c3", "same@x.example"), "same@x.example");
    }

    private static String contact(String campaign, String influencer) {
        return "{'state': {'key': {'campaignId': '%s', 'influencerId': '%s'}}}".formatted(campaign, influencer);
    }

    @Test
    void a_budget_may_be_used_up_and_not_more() {
        var made = new Made().said(Topics.BUDGET, "budget.reserved", "e1", "c1", 1, movement(60, 60, 100));
        holds(new BudgetHolds(), made);

        broken(
                new BudgetHolds(),
                made.said(Topics.BUDGET, "budget.reserved", "e2", "c1", 2, movement(60, 120, 100)),
                "120 of 100");
    }

    @Test
    void a_budget_says_the_sum_of_its_movements() {
        var made = new Made()
                .said(Topics.BUDGET, "budget.reserved", "e1", "c1", 1, movement(60, 60, 100))
                .said(Topics.BUDGET, "budget.released", "e2", "c1", 2, movement(60, 10, 100));

        broken(new BudgetHolds(), made, "add up to 0");
    }

    private static String movement(long amount, long reserved, long budget) {
        return "{\"campaignId\":\"c1\",\"reservationId\":\"r1\",\"amountMinorUnits\":%d,\"reservedMinorUnits\":%d,\"budgetMinorUnits\":%d}"
                .formatted(amount, reserved, budget);
    }

    @Test
    void a_read_model_that_has_not_heard_the_newest_event_does_not_follow() {
        var made = new Made().said(Topics.INFLUENCER, "influencer.updated", "e1", "i1", 1, "{}");
        var heard = "{'seen': [{'of': 'vouch.discovery.influencer/i1', 'sequence': {'$numberLong': '1'}}]}";
        broken(new ReadModelsFollowTheLog(), made, "i1");

        holds(new ReadModelsFollowTheLog(), made.stored("vouch_scoring.scorecards", "i1", heard));
    }

    @Test
    void a_budget_that_its_log_does_not_tell_of_does_not_follow() {
        var made = new Made().stored("vouch_campaign.budgets", "c1", """
                {'state': {'reservations': [{'id': 'r1', 'amountMinorUnits': 60, 'status': 'RESERVED'}]}}""");
        broken(new ReadModelsFollowTheLog(), made, "r1");

        holds(
                new ReadModelsFollowTheLog(),
                made.said(Topics.BUDGET, "budget.reserved", "e1", "c1", 1, movement(60, 60, 100)));
    }

    @Test
    void an_event_is_repeated_with_the_same_bytes_only() {
        var made = new Made()
                .said(Topics.CAMPAIGN, "campaign.launched", "e1", "c1", 1, "{}")
                .said(Topics.CAMPAIGN, "campaign.launched", "e1", "c1", 1, "{}");
        holds(new SameIdSameBytes(), made);

        broken(
                new SameIdSameBytes(),
                made.said(Topics.CAMPAIGN, "campaign.launched", "e1", "c1", 1, "{\"a\":1}"),
                "other bytes");
    }

    @Test
    void in_a_history_nothing_overtakes() {
        var made = new Made().said(Topics.CAMPAIGN, "campaign.cancelled", "e2", "c1", 2, "{}");

        broken(new SameIdSameBytes(), made, "2 follows 0");
    }

    @Test
    void a_mail_after_an_opt_out_breaks_it_unless_it_was_named() {
        var made = new Made().mailed(LATER, "a1", "a@x.example");
        made.acknowledged.add(new OptOut(Instant.parse(NOON), Set.of("a1"), Set.of("a1")));
        holds(new SuppressionHolds(), made);

        made.acknowledged.add(new OptOut(Instant.parse(NOON), Set.of("a1"), Set.of()));
        broken(new SuppressionHolds(), made, "a1");
    }

    @Test
    void a_campaign_that_goes_on_after_its_end_is_illegal() {
        var made = new Made()
                .said(Topics.CAMPAIGN, "campaign.launched", "e1", "c1", 1, "{}")
                .said(Topics.CAMPAIGN, "campaign.cancelled", "e2", "c1", 2, "{}");
        holds(new OnlyLegalChanges(), made);

        broken(
                new OnlyLegalChanges(),
                made.said(Topics.CAMPAIGN, "campaign.completed", "e3", "c1", 3, "{}"),
                "campaign.completed");
    }

    @Test
    void a_contact_is_sent_exactly_if_its_events_say_so() {
        var made = new Made().stored("vouch_outreach.contacts", "a1", "{'state': {'state': 'SENT'}}");
        broken(new OnlyLegalChanges(), made, "a1");

        holds(new OnlyLegalChanges(), made.said(Topics.CONTACT, "influencer.contacted", "e1", "a1", 1, "{}"));
    }

    @Test
    void a_record_without_an_outcome_leaves_the_count_open() {
        var made = new Made().said(Made.INTAKE.topic(), "{}", Map.of("ce_id", "e1"));
        broken(new CountingCloses(), made, "came to no end");

        holds(new CountingCloses(), made.stored("vouch_discovery.submissions", "e1", "{}"));
    }

    @Test
    void a_dead_letter_holds_the_original_bytes() {
        var where = Map.of("vouch-dlt-partition", "0", "vouch-dlt-offset", "0", "vouch-dlt-reason", "json");
        var original = new Made().said(Made.INTAKE.topic(), "{", Map.of());
        holds(new CountingCloses(), original.said(Made.INTAKE.deadLetters(), "{", where));

        broken(
                new CountingCloses(),
                new Made().said(Made.INTAKE.topic(), "{", Map.of()).said(Made.INTAKE.deadLetters(), "{}", where),
                "other bytes");
    }

    @Test
    void what_is_behind_or_unpublished_or_waits_has_not_drained() {
        holds(new EverythingDrains(), new Made().behind("discovery.intake", 0));

        broken(new EverythingDrains(), new Made().behind("discovery.intake", 3), "behind by 3");
        broken(
                new EverythingDrains(),
                new Made().stored("vouch_campaign.campaigns", "c1", "{'outboxPending': true}"),
                "unpublished");
        broken(
                new EverythingDrains(),
                new Made().stored("vouch_outreach.campaigns", "c1", "{'parkedPending': true}"),
                "earlier event");
    }

    @Test
    void each_unknown_contact_needs_a_disturbance_of_its_own_just_then() {
        var made = new Made().stored("vouch_outreach.contacts", "a1", UNKNOWN);
        broken(new UnknownIsCounted(), made.disturbed(LATER), "a1 is UNKNOWN");

        holds(new UnknownIsCounted(), made.disturbed("2026-03-01T12:00:04Z"));

        broken(new UnknownIsCounted(), made.stored("vouch_outreach.contacts", "b2", UNKNOWN), "b2 is UNKNOWN");
    }

    @Test
    void only_a_person_lets_a_message_go_again_that_is_perhaps_out() {
        holds(
                new UnknownIsCounted(),
                new Made().stored("vouch_outreach.contacts", "a1", attempts("resolved as RETRY by Ada")));

        broken(
                new UnknownIsCounted(),
                new Made().stored("vouch_outreach.contacts", "a1", attempts("no answer in time")),
                "tried again");
    }

    private static String attempts(String answer) {
        return """
                {'state': {'state': 'SENT', 'passage': {'attempts': [
                  {'number': 1, 'committedAt': 1, 'answer': '%s'}, {'number': 2}]}}}""".formatted(answer);
    }

    @Test
    void a_change_without_an_actor_or_an_entry_is_not_audited() {
        var complete = "{'version': 1, 'history': [{'version': 1, 'actor': 'ada', 'at': 1}]}";
        holds(new AuditIsComplete(), new Made().stored("vouch_campaign.campaigns", "c1", complete));

        broken(
                new AuditIsComplete(),
                new Made().stored("vouch_campaign.campaigns", "c1", complete.replace("ada", "")),
                "who made change 1");
        broken(
                new AuditIsComplete(),
                new Made()
                        .stored(
                                "vouch_campaign.campaigns",
                                "c1",
                                complete.replace("'version': 1, 'h", "'version': 2, 'h")),
                "changed 2 times");
    }

    private static void holds(Invariant invariant, Made made) {
        var finding = invariant.check(made.evidence());
        assertThat(finding.holds()).as(finding.detail()).isTrue();
    }

    private static void broken(Invariant invariant, Made made, String detail) {
        var finding = invariant.check(made.evidence());
        assertThat(finding.holds()).as(finding.detail()).isFalse();
        assertThat(finding.detail()).contains(detail);
    }
}
