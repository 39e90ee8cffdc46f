package dev.vouch.campaign.planning.domain;

import static dev.vouch.campaign.planning.domain.PlanFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.campaign.planning.domain.Campaign.State;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.chassis.decision.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private final Campaign draft = Campaign.drafted("c1", PlanFixture.complete(), NOW);

    @Test
    void a_launch_remembers_its_time() {
        var launched = accepted(draft.launch(NOW.plusSeconds(60)));

        assertThat(launched.state()).isEqualTo(State.LAUNCHED);
        assertThat(launched.launchedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void a_campaign_is_launched_once() {
        var launched = accepted(draft.launch(NOW));

        assertThat(reasons(launched.launch(NOW))).containsExactly("campaign.already-launched");
    }

    @Test
    void the_plan_is_fixed_by_the_launch() {
        var other = PlanFixture.withKpis(List.of());

        assertThat(accepted(draft.replan(other)).plan()).isEqualTo(other);
        assertThat(reasons(accepted(draft.launch(NOW)).replan(other))).containsExactly("campaign.plan-is-fixed");
    }

    @Test
    void it_follows_what_others_report_but_never_backwards() {
        var running = accepted(draft.launch(NOW)).reaching(State.RUNNING);

        assertThat(running.state()).isEqualTo(State.RUNNING);
        assertThat(running.reaching(State.IN_SELECTION)).isEqualTo(running);
    }

    @Test
    void a_draft_follows_nobody() {
        assertThat(draft.reaching(State.IN_OUTREACH)).isEqualTo(draft);
    }

    @Test
    void cancelling_twice_is_cancelling_once() {
        var cancelled = accepted(draft.cancel("product withdrawn", NOW));

        assertThat(cancelled.endReason()).isEqualTo("product withdrawn");
        assertThat(accepted(cancelled.cancel("again", NOW.plusSeconds(1)))).isEqualTo(cancelled);
        assertThat(cancelled.reaching(State.RUNNING)).isEqualTo(cancelled);
    }

    @Test
    void what_is_completed_cannot_be_cancelled() {
        var completed = accepted(accepted(draft.launch(NOW)).complete(NOW));

        assertThat(reasons(completed.cancel("too late", NOW))).containsExactly("campaign.already-over");
    }

    @Test
    void a_draft_cannot_be_completed() {
        assertThat(reasons(draft.complete(NOW))).containsExactly("campaign.not-launched");
    }

    private static <T> T accepted(Decision<T> decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted<T>) decision).next();
    }

    private static List<String> reasons(Decision<?> decision) {
        return ((Decision.Refused<?>) decision)
                .reasons().stream().map(Reason::code).toList();
    }
}
