package dev.vouch.campaign.collaboration;

import static dev.vouch.campaign.CampaignFixture.NOW;
import static dev.vouch.campaign.CampaignFixture.accepted;
import static dev.vouch.campaign.CampaignFixture.collaboration;
import static dev.vouch.campaign.CampaignFixture.get;
import static dev.vouch.campaign.CampaignFixture.launched;
import static dev.vouch.campaign.CampaignFixture.post;
import static dev.vouch.campaign.CampaignFixture.postAgain;
import static dev.vouch.campaign.CampaignFixture.shortlisted;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import dev.vouch.contract.ContactChannel;
import dev.vouch.contract.outreach.InfluencerDeclinedV1;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Received;
import dev.vouch.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CollaborationIT {

    private static final String COLLABORATIONS = "vouch.campaign.collaboration";
    private static final String BUDGETS = "vouch.campaign.budget";

    @Inject
    CollaborationStore store;

    @Test
    void who_accepts_is_offered_what_was_asked_and_assigned_when_a_person_agrees() {
        var campaign = launched(100_000);
        var creator = shortlisted(campaign, 1, 40_000).get(0);
        var contact = accepted(campaign, creator, 25_000L);
        var id = collaboration(campaign, "OPEN");

        var agreed = postAgain("/collaborations/" + id + "/agreement", "agree-1");
        var again = postAgain("/collaborations/" + id + "/agreement", "agree-1");

        assertThat(agreed.jsonPath().getString("state")).isEqualTo("AGREED");
        assertThat(again.asString()).isEqualTo(agreed.asString());
        var assigned = topic(COLLABORATIONS).of(id).until("influencer.assigned").get(0);
        assertThat(assigned.data().at("/feeMinorUnits").asLong()).isEqualTo(25_000);
        assertThat(assigned.data().at("/contactId").asText()).isEqualTo(contact);
        assertThat(assigned.data().at("/deliverables/0/kind").asText()).isEqualTo("IMAGE");
        assertThat(get("/campaigns/" + campaign).jsonPath().getString("state")).isEqualTo("RUNNING");
        assertThat(get("/campaigns/" + campaign + "/budget").jsonPath().getLong("reservedMinorUnits"))
                .isEqualTo(25_000);
    }

    @Test
    void an_acceptance_that_comes_before_the_ceiling_waits_visibly() {
        var campaign = launched(100_000);
        accepted(campaign, "instagram-%016x".formatted(1), null);
        var id = collaboration(campaign, "EXPECTED");

        shortlisted(campaign, 1, 40_000);

        assertThat(collaboration(campaign, "OPEN")).isEqualTo(id);
        assertThat(get("/collaborations/" + id).jsonPath().getLong("offers[0].feeMinorUnits"))
                .isEqualTo(40_000);
    }

    @Test
    void who_asks_too_much_is_offered_what_a_person_decides_below_the_ceiling() {
        var campaign = launched(100_000);
        accepted(campaign, shortlisted(campaign, 1, 40_000).get(0), 55_000L);
        var offers = "/collaborations/" + collaboration(campaign, "OPEN") + "/offers";
        var deliverables = List.of(Map.of("kind", "REEL", "count", 2));

        assertThat(post(offers, Map.of("feeMinorUnits", 55_000, "deliverables", deliverables))
                        .jsonPath()
                        .getString("reasons[0].sentence"))
                .isEqualTo("The fee of 550.00 EUR is above the approved ceiling of 400.00 EUR.");
        assertThat(post(offers, Map.of("feeMinorUnits", 40_000, "deliverables", deliverables))
                        .jsonPath()
                        .getString("offers[0].deliverables[0].kind"))
                .isEqualTo("REEL");
    }

    @Test
    void a_fee_that_the_budget_cannot_bear_is_refused_and_the_collaboration_stays_open() {
        var campaign = launched(30_000);
        accepted(campaign, shortlisted(campaign, 1, 40_000).get(0), null);
        var id = collaboration(campaign, "OPEN");

        var refused = postAgain("/collaborations/" + id + "/agreement", "agree-1");
        var again = postAgain("/collaborations/" + id + "/agreement", "agree-1");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("reasons[0].sentence"))
                .isEqualTo("The fee of 400.00 EUR does not fit: 300.00 EUR of the budget of 300.00 EUR are left.");
        assertThat(again.jsonPath().getList("reasons.code")).containsExactly("budget.exceeded");
        assertThat(get("/collaborations/" + id).jsonPath().getString("state")).isEqualTo("OPEN");
    }

    @Test
    void what_is_cancelled_frees_its_fee_before_it_ends() {
        var campaign = launched(100_000);
        accepted(campaign, shortlisted(campaign, 1, 40_000).get(0), null);
        var id = collaboration(campaign, "OPEN");
        post("/collaborations/" + id + "/agreement").then().statusCode(200);

        post("/collaborations/" + id + "/cancellation", Map.of("reason", "works for a competitor"));

        assertThat(topic(COLLABORATIONS).of(id).until("collaboration.ended"))
                .extracting(Received::type)
                .containsExactly("influencer.assigned", "collaboration.ended");
        assertThat(topic(BUDGETS).of(campaign).until("budget.released"))
                .extracting(event -> event.data().at("/reservedMinorUnits").asLong())
                .containsExactly(40_000L, 0L);
    }

    @Test
    void a_change_of_mind_ends_what_is_open() {
        var campaign = launched(100_000);
        var creator = shortlisted(campaign, 1, 40_000).get(0);
        var contact = accepted(campaign, creator, null);
        var id = collaboration(campaign, "OPEN");

        var declined = new InfluencerDeclinedV1(contact, campaign, creator, ContactChannel.EMAIL, 1, NOW);
        TopicWriter.fact("/outreach-service", contact, contact, 2, NOW, declined);

        var ended = topic(COLLABORATIONS).of(id).until("collaboration.ended").get(0);
        assertThat(ended.data().at("/reason").asText()).isEqualTo("influencer.declined");
    }

    @Test
    void a_cancelled_campaign_ends_what_is_open_and_keeps_what_is_agreed() {
        var campaign = launched(100_000);
        var creators = shortlisted(campaign, 2, 40_000);
        accepted(campaign, creators.get(0), null);
        var agreed = collaboration(campaign, "OPEN");
        post("/collaborations/" + agreed + "/agreement").then().statusCode(200);
        accepted(campaign, creators.get(1), null);

        post("/campaigns/" + campaign + "/cancellation", Map.of("reason", "the product is withdrawn"));

        var ended = topic(COLLABORATIONS)
                .until(event -> event.type().equals("collaboration.ended")
                        && event.data().at("/influencerId").asText().equals(creators.get(1))
                        && event.data().at("/campaignId").asText().equals(campaign));
        assertThat(ended.get(ended.size() - 1).data().at("/reason").asText()).isEqualTo("campaign.over");
        assertThat(get("/collaborations/" + agreed).jsonPath().getString("state"))
                .isEqualTo("AGREED");
    }

    @Test
    void an_agreement_that_was_cut_off_before_its_reservation_is_taken_on_by_the_timer() {
        var campaign = launched(100_000);
        accepted(campaign, shortlisted(campaign, 1, 40_000).get(0), null);
        var id = collaboration(campaign, "OPEN");

        // all that a process leaves that ends right after its first write
        store.change(id, Command.bySystem("test"), current -> current.agree("mara", NOW), CollaborationEvents::told);

        assertThat(topic(COLLABORATIONS).of(id).until("influencer.assigned")).hasSize(1);
        assertThat(topic(BUDGETS).of(campaign).until("budget.reserved")).hasSize(1);
    }

    @Test
    void a_cancellation_that_was_cut_off_before_its_release_is_taken_on_by_the_timer() {
        var campaign = launched(100_000);
        accepted(campaign, shortlisted(campaign, 1, 40_000).get(0), null);
        var id = collaboration(campaign, "OPEN");
        post("/collaborations/" + id + "/agreement").then().statusCode(200);

        store.change(
                id,
                Command.bySystem("test"),
                current -> Decision.accepted(current.cancelled("test.cut-off", NOW)),
                CollaborationEvents::told);

        assertThat(topic(COLLABORATIONS).of(id).until("collaboration.ended")).hasSize(2);
        assertThat(get("/campaigns/" + campaign + "/budget").jsonPath().getLong("reservedMinorUnits"))
                .isZero();
    }
}
