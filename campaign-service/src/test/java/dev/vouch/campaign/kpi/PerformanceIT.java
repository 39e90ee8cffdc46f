package dev.vouch.campaign.kpi;

import static dev.vouch.campaign.CampaignFixture.NOW;
import static dev.vouch.campaign.CampaignFixture.drafted;
import static dev.vouch.campaign.CampaignFixture.eventually;
import static dev.vouch.campaign.CampaignFixture.get;
import static dev.vouch.campaign.CampaignFixture.kpi;
import static dev.vouch.campaign.CampaignFixture.launched;
import static dev.vouch.campaign.CampaignFixture.plan;
import static dev.vouch.campaign.CampaignFixture.post;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.contract.campaign.PostMeasuredV1;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Received;
import dev.vouch.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class PerformanceIT {

    private static final String SUBMISSIONS = "vouch.campaign.performance-submissions";
    private static final String CREATOR = "instagram-00000000000000aa";

    @Test
    void of_one_post_the_newest_figures_count_whatever_the_order() {
        var campaign = launched(100_000);
        var newest = likes(campaign, 120, 60);
        likes(campaign, 80, 0);

        var last = kpis(campaign, 120);

        assertThat(outcome(newest)).isEqualTo("CREATED");
        assertThat(last.data().at("/kpis/0/observations").asLong()).isEqualTo(1);
    }

    @Test
    void told_twice_is_counted_once() {
        var campaign = launched(100_000);
        var event = measured(campaign, "p1", 120, 0);
        var first = TopicWriter.observation("first-" + campaign, campaign, NOW, event);
        var again = TopicWriter.observation("first-" + campaign, campaign, NOW, event);
        TopicWriter.observation("other-" + campaign, campaign, NOW, measured(campaign, "p2", 5, 0));

        kpis(campaign, 125);

        assertThat(again).isEqualTo(first);
        assertThat(outcome(first)).isEqualTo("CREATED");
    }

    @Test
    void what_cannot_be_read_is_set_aside_alone_and_the_good_ones_around_it_count() {
        var campaign = launched(100_000);
        likes(campaign, 10, 0);
        var broken = UUID.randomUUID().toString();
        TopicWriter.bytes(
                SUBMISSIONS,
                campaign,
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", broken,
                        "ce_source", "/test",
                        "ce_type", "dev.vouch.post.measured.v1",
                        "ce_time", NOW.toString()),
                "{\"campaignId\": 7}".getBytes(StandardCharsets.UTF_8));
        likes(campaign, 20, 60);

        kpis(campaign, 20);

        assertThat(outcome(broken)).isEqualTo("DEAD_LETTERED");
        assertThat(topic(SUBMISSIONS + ".campaign.kpi.dlt")
                        .until(event -> event.id().equals(broken)))
                .isNotEmpty();
    }

    @Test
    void results_of_a_draft_and_of_nobody_s_campaign_are_refused_with_the_reason() {
        var draft = drafted(plan(1, List.of()));
        var ofDraft = likes(draft, 1, 0);
        var ofNobody = likes("nowhere", 1, 0);

        assertThat(reason(ofDraft)).isEqualTo("performance.campaign-not-launched");
        assertThat(reason(ofNobody)).isEqualTo("performance.campaign-unknown");
    }

    @Test
    void results_may_come_over_rest_too() {
        var campaign = launched(
                100_000, List.of(kpi("engagements", "interactions", 100), kpi("revenue", "EUR minor units", 10_000)));
        var path = "/campaigns/" + campaign;

        var receipt = post(
                path + "/measurements",
                Map.of("influencerId", CREATOR, "postId", "p1", "observedAt", NOW.toString(), "likes", 30));
        var order = Map.of(
                "conversionId", "order-1", "occurredAt", NOW.toString(), "revenueMinorUnits", 4_990, "currency", "EUR");
        post(path + "/conversions", order).then().statusCode(202);
        post(path + "/conversions", order).then().statusCode(202);

        assertThat(receipt.statusCode()).isEqualTo(202);
        assertThat(outcome(receipt.path("eventId"))).isEqualTo("CREATED");
        var last = topic("vouch.campaign.kpi")
                .of(campaign)
                .until(event -> event.data().at("/kpis/1/actual").asLong() == 4_990);
        assertThat(last.get(last.size() - 1).data().at("/kpis/1/observations").asLong())
                .isEqualTo(1);
        var dollars = new HashMap<String, Object>(order);
        dollars.put("currency", "USD");
        assertThat(post(path + "/conversions", dollars).jsonPath().getList("reasons.code"))
                .containsExactly("performance.other-currency");
    }

    /** The figures once the engagements are so many. */
    private static Received kpis(String campaign, long engagements) {
        var told = topic("vouch.campaign.kpi")
                .of(campaign)
                .until(event -> event.data().at("/kpis/0/actual").asLong() == engagements);
        return told.get(told.size() - 1);
    }

    private static String likes(String campaign, long likes, int second) {
        return TopicWriter.observation(
                UUID.randomUUID().toString(), campaign, NOW, measured(campaign, "p1", likes, second));
    }

    private static PostMeasuredV1 measured(String campaign, String postId, long likes, int second) {
        return new PostMeasuredV1(
                campaign, CREATOR, postId, NOW.plusSeconds(second), likes, null, null, null, null, null);
    }

    private static String outcome(String eventId) {
        return settled(eventId).getString("outcome");
    }

    private static String reason(String eventId) {
        return settled(eventId).getString("reasons[0].code");
    }

    private static JsonPath settled(String eventId) {
        eventually()
                .untilAsserted(() ->
                        assertThat(get("/submissions/" + eventId).statusCode()).isEqualTo(200));
        return get("/submissions/" + eventId).jsonPath();
    }
}
