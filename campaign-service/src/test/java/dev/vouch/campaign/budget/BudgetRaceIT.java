package dev.vouch.campaign.budget;

import static dev.vouch.campaign.CampaignFixture.accepted;
import static dev.vouch.campaign.CampaignFixture.eventually;
import static dev.vouch.campaign.CampaignFixture.get;
import static dev.vouch.campaign.CampaignFixture.launched;
import static dev.vouch.campaign.CampaignFixture.post;
import static dev.vouch.campaign.CampaignFixture.shortlisted;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.testkit.Platform;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class BudgetRaceIT {

    private static final int CREATORS = 64;
    private static final int AFFORDABLE = 10;
    private static final long FEE = 1_000;

    @Test
    void of_sixty_four_agreements_at_once_only_as_many_are_made_as_the_budget_bears() throws Exception {
        // given
        var campaign = launched(AFFORDABLE * FEE);
        shortlisted(campaign, CREATORS, FEE).forEach(creator -> accepted(campaign, creator, null));
        var collaborations = open(campaign);

        // when
        var answers = allAtOnce(collaborations);

        // then
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(AFFORDABLE);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .hasSize(CREATORS - AFFORDABLE)
                .allSatisfy(answer ->
                        assertThat(answer.jsonPath().getList("reasons.code")).containsExactly("budget.exceeded"));
        assertThat(get("/campaigns/" + campaign + "/budget").jsonPath().getLong("availableMinorUnits"))
                .isZero();
        assertNoPrefixExceeds(campaign, answers);
    }

    /** A cancellation, and its released fee, is the later event that closes the story. */
    private static void assertNoPrefixExceeds(String campaign, List<Response> answers) {
        var agreed = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        post("/collaborations/" + agreed.path("id") + "/cancellation", Map.of("reason", "the story ends"))
                .then()
                .statusCode(200);

        var told = topic("vouch.campaign.budget").of(campaign).until("budget.released");

        assertThat(told).hasSize(AFFORDABLE + 1);
        long reserved = 0;
        for (var event : told) {
            var amount = event.data().at("/amountMinorUnits").asLong();
            reserved += event.type().equals("budget.reserved") ? amount : -amount;
            assertThat(reserved).isLessThanOrEqualTo(AFFORDABLE * FEE);
            assertThat(event.data().at("/reservedMinorUnits").asLong()).isEqualTo(reserved);
        }
    }

    private static List<String> open(String campaign) {
        var path = "/campaigns/" + campaign + "/collaborations?limit=200";
        eventually()
                .untilAsserted(() -> assertThat(get(path).jsonPath().getList("items.findAll { it.state == 'OPEN' }"))
                        .hasSize(CREATORS));
        return get(path).jsonPath().getList("items.id");
    }

    private static List<Response> allAtOnce(List<String> collaborations) throws Exception {
        var threads = Executors.newFixedThreadPool(CREATORS);
        try {
            List<Callable<Response>> agreements = collaborations.stream()
                    .<Callable<Response>>map(id -> () -> post("/collaborations/" + id + "/agreement"))
                    .toList();
            var answers = new ArrayList<Response>();
            for (var answer : threads.invokeAll(agreements)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
