package dev.vouch.campaign.planning;

import static dev.vouch.campaign.CampaignFixture.drafted;
import static dev.vouch.campaign.CampaignFixture.eventually;
import static dev.vouch.campaign.CampaignFixture.get;
import static dev.vouch.campaign.CampaignFixture.kpi;
import static dev.vouch.campaign.CampaignFixture.launched;
import static dev.vouch.campaign.CampaignFixture.plan;
import static dev.vouch.campaign.CampaignFixture.post;
import static dev.vouch.campaign.CampaignFixture.postAgain;
import static dev.vouch.campaign.CampaignFixture.shortlisted;
import static dev.vouch.testkit.Requests.as;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.security.Role;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Received;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class CampaignIT {

    private static final String CAMPAIGNS = "vouch.campaign.campaign";
    private static final Map<String, Object> WITHDRAWN = Map.of("reason", "the product is withdrawn");
    private static final Map<String, Object> REACH = kpi("reach", "people", 50_000);

    @Test
    void a_launch_sent_twice_is_announced_once() {
        // given
        var campaign = drafted(plan(500_000, List.of(REACH)));

        // when
        var first = postAgain("/campaigns/" + campaign + "/launch", "key-1");
        var again = postAgain("/campaigns/" + campaign + "/launch", "key-1");
        post("/campaigns/" + campaign + "/cancellation", WITHDRAWN, "key-2"); // the later event that closes the story

        // then
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(topic(CAMPAIGNS).of(campaign).until("campaign.cancelled"))
                .extracting(Received::type)
                .containsExactly("campaign.launched", "campaign.cancelled");
    }

    @Test
    void a_launch_tells_the_whole_brief() {
        var campaign = launched(500_000, List.of(REACH));

        var launched = topic(CAMPAIGNS).of(campaign).until("campaign.launched").get(0);

        assertThat(launched.key()).isEqualTo(campaign);
        assertThat(launched.sequence()).isEqualTo(1);
        assertThat(launched.data().at("/brief/topics/0/word").asText()).isEqualTo("Wandern");
        assertThat(launched.data().at("/brief/platforms/0").asText()).isEqualTo("instagram");
        assertThat(launched.data().at("/brief/followers/max").asLong()).isEqualTo(100_000);
        assertThat(launched.data().at("/kpis/0/id").asText()).isEqualTo("reach");
        assertThat(launched.data().at("/budgetMinorUnits").asLong()).isEqualTo(500_000);
    }

    @Test
    void without_a_kpi_the_launch_is_refused_with_every_reason_in_the_caller_s_language() {
        var plan = plan(0, List.of());
        plan.remove("periodFrom");
        var campaign = drafted(plan);

        var refused = as(Role.CAMPAIGN_MANAGER)
                .header("Accept-Language", "de")
                .post("/api/v1/campaigns/" + campaign + "/launch");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getList("reasons.code"))
                .containsExactly("campaign.kpi-missing", "campaign.budget-missing", "campaign.period-missing");
        assertThat(refused.jsonPath().getString("reasons[0].sentence")).startsWith("Eine Kampagne braucht");
        assertThat(get("/campaigns/" + campaign).jsonPath().getString("state")).isEqualTo("DRAFT");
    }

    @Test
    void the_same_create_makes_the_same_campaign() {
        var plan = plan(500_000, List.of(REACH));

        var first = post("/campaigns", plan, "create-1");
        var again = post("/campaigns", plan, "create-1");
        plan.put("name", "Anders");
        var other = post("/campaigns", plan, "create-1");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith("/api/v1/campaigns/" + first.path("id"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void a_draft_is_changed_under_its_version_and_launched_with_the_budget_that_it_then_has() {
        var campaign = drafted(plan(500_000, List.of()));
        var path = "/api/v1/campaigns/" + campaign;
        var changed = plan(700_000, List.of(REACH));

        assertThat(as(Role.CAMPAIGN_MANAGER).body(changed).put(path).statusCode())
                .isEqualTo(428);
        assertThat(as(Role.CAMPAIGN_MANAGER)
                        .header("If-Match", "\"1\"")
                        .body(changed)
                        .put(path)
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(as(Role.CAMPAIGN_MANAGER)
                        .header("If-Match", "\"1\"")
                        .body(changed)
                        .put(path)
                        .statusCode())
                .isEqualTo(412);

        post("/campaigns/" + campaign + "/launch").then().statusCode(200);
        assertThat(get("/campaigns/" + campaign + "/budget").jsonPath().getLong("availableMinorUnits"))
                .isEqualTo(700_000);
        assertThat(as(Role.CAMPAIGN_MANAGER)
                        .header("If-Match", "\"3\"")
                        .body(changed)
                        .put(path)
                        .jsonPath()
                        .getList("reasons.code"))
                .containsExactly("campaign.plan-is-fixed");
    }

    @Test
    void a_campaign_follows_its_shortlist() {
        var campaign = launched(500_000);

        shortlisted(campaign, 1, 10_000);

        eventually()
                .untilAsserted(() -> assertThat(
                                get("/campaigns/" + campaign).jsonPath().getString("state"))
                        .isEqualTo("IN_OUTREACH"));
    }

    @Test
    void campaigns_are_listed_page_by_page_to_the_end() {
        var mine = List.of(drafted(plan(1, List.of())), drafted(plan(2, List.of())), drafted(plan(3, List.of())));
        var seen = new ArrayList<String>();

        var page = get("/campaigns?limit=2").jsonPath();
        while (page.getString("nextCursor") != null) {
            seen.addAll(page.getList("items.id"));
            page = get("/campaigns?limit=2&cursor=" + page.getString("nextCursor"))
                    .jsonPath();
        }
        seen.addAll(page.getList("items.id"));

        assertThat(seen).doesNotHaveDuplicates().containsAll(mine);
    }

    @Test
    void only_a_campaign_manager_changes_campaigns() {
        assertThat(as(Role.VIEWER)
                        .body(plan(1, List.of()))
                        .post("/api/v1/campaigns")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_request_that_is_not_understood_is_answered_field_by_field() {
        var plan = plan(1, List.of(Map.of("id", "fame")));

        assertThat(post("/campaigns", plan).statusCode()).isEqualTo(400);

        plan.put("kpis", List.of());
        plan.put("currency", "EURO");
        assertThat(post("/campaigns", plan).jsonPath().getList("violations.field"))
                .containsExactly("currency");

        plan.put("currency", "EUR");
        plan.put("slogan", "unheard of");
        assertThat(post("/campaigns", plan).statusCode()).isEqualTo(400);
    }
}
