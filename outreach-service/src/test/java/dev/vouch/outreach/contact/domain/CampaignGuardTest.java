package dev.vouch.outreach.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.decision.Reason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CampaignGuardTest {

    private static final int OLDER = 1;
    private static final int NEWEST = 2;
    private static final int NOT_WORKED_OFF = 0;

    private final CampaignGuard guard = CampaignGuard.NEW.planned(NEWEST);

    @Test
    void whom_the_newest_plan_named_may_be_written_to() {
        assertThat(guard.against(plannedBy(NEWEST), NOT_WORKED_OFF)).isEmpty();
    }

    @Test
    void while_the_newest_plan_is_worked_off_a_contact_waits_for_its_turn() {
        assertThat(guard.against(plannedBy(OLDER), NOT_WORKED_OFF))
                .map(Reason::code)
                .contains("contact.plan-superseded");
    }

    /** A follow-up may be planned behind the back of a sweep: nobody would come by again. */
    @Test
    void whom_a_sweep_that_has_ended_did_not_name_waits_for_nothing() {
        assertThat(guard.against(plannedBy(OLDER), NEWEST)).map(Reason::code).contains(Contact.NOT_IN_PLAN);
    }

    @Test
    void a_cancelled_campaign_writes_to_nobody() {
        assertThat(guard.cancel().against(plannedBy(NEWEST), NEWEST))
                .map(Reason::code)
                .contains("contact.campaign-cancelled");
    }

    private static Contact plannedBy(int revision) {
        return Contact.planned(
                new ContactKey("instagram-0123456789abcdef", "c1", 1), revision, Instant.parse("2026-11-24T10:00:00Z"));
    }
}
