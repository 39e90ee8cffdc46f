package dev.vouch.campaign.report;

import static dev.vouch.campaign.CampaignFixture.NOW;
import static dev.vouch.campaign.CampaignFixture.accepted;
import static dev.vouch.campaign.CampaignFixture.collaboration;
import static dev.vouch.campaign.CampaignFixture.get;
import static dev.vouch.campaign.CampaignFixture.kpi;
import static dev.vouch.campaign.CampaignFixture.launched;
import static dev.vouch.campaign.CampaignFixture.post;
import static dev.vouch.campaign.CampaignFixture.shortlisted;
import static dev.vouch.testkit.Requests.as;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.security.Role;
import dev.vouch.contract.Event;
import dev.vouch.contract.campaign.ConversionRecordedV1;
import dev.vouch.contract.campaign.PostMeasuredV1;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class ReportIT {

    private static final int POSTS = 40;
    private static final long FEE = 33_333;

    @Test
    void the_report_is_the_sum_of_what_was_observed_to_the_cent() {
        // given
        var campaign = launched(
                500_000,
                List.of(
                        kpi("engagements", "interactions", 1_000),
                        kpi("cost_per_engagement", "EUR minor units", 60),
                        kpi("revenue", "EUR", 1_500),
                        kpi("return_on_spend", "ratio", 2)));
        var creator = shortlisted(campaign, 1, FEE).get(0);
        accepted(campaign, creator, null);
        post("/collaborations/" + collaboration(campaign, "OPEN") + "/agreement")
                .then()
                .statusCode(200);

        // when
        var random = new Random(3);
        long engagements = 0;
        long revenue = 0;
        for (int number = 0; number < POSTS; number++) {
            var likes = random.nextInt(500);
            var comments = random.nextInt(50);
            engagements += likes + comments;
            submit(campaign, posted(campaign, creator, number, likes, comments));
            revenue += 1_000 + number;
            submit(campaign, bought(campaign, creator, number, 1_000 + number));
        }
        var expected = engagements;
        var told = topic("vouch.campaign.kpi")
                .of(campaign)
                .until(event -> event.data().at("/kpis/0/observations").asLong() == POSTS
                        && event.data().at("/kpis/2/observations").asLong() == POSTS);

        // then
        var report = get("/campaigns/" + campaign + "/report").jsonPath();
        assertThat(report.getLong("total.engagements")).isEqualTo(expected);
        assertThat(report.getLong("total.revenueMinorUnits")).isEqualTo(revenue);
        assertThat(report.getLong("total.feeMinorUnits")).isEqualTo(FEE);
        assertThat(report.getDouble("kpis[0].actual")).isEqualTo(expected);
        assertThat(report.getDouble("kpis[1].actual")).isEqualTo(Math.round((double) FEE / expected));
        assertThat(report.getDouble("kpis[2].actual")).isEqualTo(revenue / 100.0);
        assertThat(report.getList("lines.influencerId")).containsExactly(creator);
        var last = told.get(told.size() - 1);
        assertThat(last.data().at("/kpis/1/actual").asDouble()).isEqualTo(report.getDouble("kpis[1].actual"));
        assertThat(last.data().at("/kpis/3/actual").asDouble()).isEqualTo(report.getDouble("kpis[3].actual"));
    }

    @Test
    void the_report_opens_in_a_spreadsheet() {
        var campaign = launched(500_000, List.of(kpi("reach", "=people", 50_000)));

        var csv = as(Role.VIEWER).accept("text/csv").get("/api/v1/campaigns/" + campaign + "/report");

        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.asString().lines())
                .contains(
                        "kpi,unit,target,actual,observations,formula",
                        "reach,'=people,50000.0,,0,reach.sum-over-posts.v1",
                        "total,,,,,,,,");
    }

    private static void submit(String campaign, Event event) {
        TopicWriter.observation(UUID.randomUUID().toString(), campaign, NOW, event);
    }

    private static Event posted(String campaign, String creator, int number, long likes, long comments) {
        return new PostMeasuredV1(campaign, creator, "post-" + number, NOW, likes, comments, null, null, null, null);
    }

    private static Event bought(String campaign, String creator, int number, long revenue) {
        return new ConversionRecordedV1(campaign, "order-" + number, creator, NOW, revenue, "EUR");
    }
}
