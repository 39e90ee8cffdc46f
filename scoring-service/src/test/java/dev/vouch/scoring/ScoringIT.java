package dev.vouch.scoring;

import static dev.vouch.testkit.Requests.as;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.testkit.Received;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PlayedDiscovery.class)
class ScoringIT {

    private static final String GOOD = "Ich backe heute: mein Rezept für vegane Muffins, das mir immer gelingt";
    private static final String SOME = "Ich habe gebacken und mir dazu ein Rezept überlegt";
    private static final String OTHER = "Ich wünsche euch von mir einen schönen Tag";
    private static final String SHOP = "Unser Rezept: vegan backen. Kommt uns besuchen, wir haben geöffnet";

    @Test
    void a_complete_longlist_becomes_a_shortlist_that_a_person_changes_and_releases() {
        // given
        var story = new Story();
        var lena = story.person("Lena", 8_000, 500, GOOD, GOOD, GOOD);
        var tom = story.person("Tom", 9_000, 400, SOME, OTHER);
        var mia = story.person("Mia", 7_000, 300, GOOD, SOME);
        var shop = story.person("Bäckerei Fiktivo", 8_000, 900, SHOP, SHOP);
        story.launch(60_000, 2);

        // when
        story.longlist();

        // then: the best two within the budget, with reasons in the reader's language
        var proposed = story.shortlist("PROPOSED");
        assertThat(proposed.getList("entries.influencerId")).containsExactly(lena, mia);
        assertThat(proposed.getList("entries.rank")).containsExactly(1, 2);
        assertThat(proposed.getLong("feesMinorUnits")).isPositive().isLessThanOrEqualTo(60_000);
        assertThat(proposed.getString("entries[0].reasons[0].sentence")).contains("Beiträgen");
        assertThat(proposed.getList("runnersUp.influencerId")).containsExactly(tom);
        assertThat(proposed.getList("excluded.influencerId")).containsExactly(shop);
        assertThat(proposed.getList("excluded[0].reasons.code")).contains("account-kind.not-wanted");
        assertThat(proposed.getLong("progress.scored")).isEqualTo(4);

        // and: the parts add up to the score
        var explanation = story.explanation(lena);
        double sum = explanation.getList("parts.points", Double.class).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertThat(Math.round(sum * 10) / 10.0).isEqualTo(explanation.getDouble("score"));
        assertThat(explanation.getString("benchmark.source")).contains("Modash");
        assertThat(explanation.getInt("price.year")).isEqualTo(2026);
        assertThat(explanation.getList("inputs.posts.said", List.class)).hasSize(3);

        // when: a person decides
        decide(story, mia, "EXCLUDE", "knows our competitor", 200);
        decide(story, "instagram-0000000000000000", "PIN", null, 409);
        as("campaign-manager")
                .post("/api/v1/shortlists/" + story.campaignId + "/approval")
                .then()
                .statusCode(403);
        approve(story);

        // then
        var approved = story.shortlist();
        assertThat(approved.getString("approvedBy")).isEqualTo("approver");
        assertThat(approved.getList("entries.influencerId")).containsExactly(lena, tom);
        assertThat(approved.getString("decisions[0].actor")).isEqualTo("campaign-manager");
        assertThat(topic("vouch.scoring.shortlist").of(story.campaignId).until("shortlist.approved"))
                .extracting(Received::type)
                .containsExactly("shortlist.proposed", "shortlist.proposed", "shortlist.approved");
        assertThat(topic("vouch.scoring.candidate").withKey(story.campaignId).first(2))
                .allSatisfy(event -> assertThat(event.type()).isEqualTo("influencer.shortlisted"))
                .extracting(event -> event.data().path("influencerId").asText())
                .containsExactlyInAnyOrder(lena, tom);
        assertThat(csv(story)).contains("\"1\",\"" + lena + "\"").doesNotContain(mia);
    }

    @Test
    void discovery_being_away_delays_and_says_so() {
        // given
        var story = new Story();
        story.discoveryIsAway(true);
        story.person("Lena", 8_000, 500, GOOD, GOOD);
        story.launch(60_000, 2);
        story.longlist();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(as("viewer")
                                .get("/api/v1/shortlists/" + story.campaignId)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getInt("progress.waiting"))
                        .isEqualTo(1));
        assertThat(story.shortlist().getString("state")).isEqualTo("WAITING");
        assertThat(story.shortlist().getString("progress.waitingSince")).isNotBlank();

        // when
        story.discoveryIsAway(false);

        // then
        assertThat(story.shortlist("PROPOSED").getList("entries")).hasSize(1);
    }

    @Test
    void better_figures_make_a_better_score_and_are_told_once_for_each_state() {
        // given
        var story = new Story();
        var lena = story.person("Lena", 8_000, 100, GOOD, GOOD);
        story.launch(60_000, 2);
        story.longlist();
        var before = story.shortlist("PROPOSED").getDouble("entries[0].score");

        // when: new figures, twice the same; in one batch with the next they would be one state
        story.figures(lena, 2, 8_000, 900, 2);
        story.figures(lena, 2, 8_000, 900, 2);
        topic("vouch.scoring.score").of(lena).until(event -> event.sequence() == 2);
        story.figures(lena, 3, 8_000, 901, 2);

        // then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(story.explanation(lena).getDouble("inputs.engagementPercent"))
                        .isEqualTo(11.325));
        assertThat(story.explanation(lena).getDouble("score")).isGreaterThan(before);
        var told = topic("vouch.scoring.score").of(lena).until(event -> event.sequence() == 3);
        assertThat(told.stream().map(Received::id).distinct()).hasSize(3);
    }

    @Test
    void who_waits_for_a_new_score_keeps_the_place_while_a_person_decides() {
        // given: a shortlist, then new figures while discovery cannot give the texts
        var story = new Story();
        var lena = story.person("Lena", 8_000, 500, GOOD, GOOD, GOOD);
        var mia = story.person("Mia", 7_000, 300, GOOD, SOME);
        story.launch(60_000, 2);
        story.longlist();
        story.shortlist("PROPOSED");
        story.discoveryIsAway(true);
        try {
            story.figures(lena, 2, 8_000, 501, 3);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(story.candidateStatus(lena)).isEqualTo("WAITING"));

            // when
            decide(story, mia, "EXCLUDE", "knows our competitor", 200);

            // then
            assertThat(story.shortlist().getList("entries.influencerId")).containsExactly(lena);
        } finally {
            story.discoveryIsAway(false);
        }
    }

    @Test
    void what_was_read_of_an_erased_person_is_emptied_for_good() {
        // given
        var story = new Story();
        var lena = story.person("Lena", 8_000, 500, GOOD, GOOD, GOOD);
        var mia = story.person("Mia", 7_000, 300, GOOD, SOME);
        story.launch(60_000, 2);
        story.longlist();
        story.shortlist("PROPOSED");
        approve(story);
        assertThat(topic("vouch.scoring.candidate").withKey(story.campaignId).first(2))
                .hasSize(2);

        // when
        story.erase(lena, 2);

        // then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(story.candidateStatus(lena)).isEqualTo("ERASED"));
        assertThat(topic("vouch.scoring.candidate")
                        .of(story.campaignId + "/" + lena)
                        .until("influencer.unshortlisted"))
                .last()
                .satisfies(event ->
                        assertThat(event.data().path("reason").asText()).isEqualTo("influencer.erased"));
        as("viewer")
                .get("/api/v1/candidates/" + story.campaignId + "~" + lena + "/explanation")
                .then()
                .statusCode(404);
        as("viewer").get("/api/v1/scorecards/" + lena).then().statusCode(404);

        // and: nothing told later fills it again, and the list is complete all the same
        story.figures(lena, 3, 8_000, 500, 3);
        story.longlist(2);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(proposedAgain(story).getList("entries.influencerId"))
                        .containsExactly(mia));
        assertThat(story.candidateStatus(lena)).isEqualTo("ERASED");
    }

    @Test
    void a_scorecard_shows_each_metric_with_its_number_of_observations() {
        // given
        var story = new Story();
        var lena = story.person("Lena", 8_000, 100, GOOD, GOOD, OTHER, OTHER, OTHER, SOME);

        // then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as("viewer").get("/api/v1/scorecards/" + lena).then().statusCode(200));
        var card = as("viewer").get("/api/v1/scorecards/" + lena).jsonPath();
        assertThat(card.getString("tier")).isEqualTo("5k-10k");
        assertThat(card.getFloat("metrics.find { it.id == 'er_followers_median' }.value"))
                .isEqualTo(1.313f);
        assertThat(card.getString("metrics.find { it.id == 'er_followers_median' }.quality"))
                .isEqualTo("LOW_CONFIDENCE");
        assertThat(card.getInt("metrics.find { it.id == 'reply_rate' }.n")).isEqualTo(24);
    }

    private static void approve(Story story) {
        as("approver")
                .post("/api/v1/shortlists/" + story.campaignId + "/approval")
                .then()
                .statusCode(200);
    }

    /** Refused, and then without entries, until every score of the longlist is there. */
    private static JsonPath proposedAgain(Story story) {
        return as("approver")
                .post("/api/v1/shortlists/" + story.campaignId + "/proposals")
                .jsonPath();
    }

    private static void decide(Story story, String influencerId, String decision, String reason, int status) {
        as("campaign-manager")
                .body(
                        reason == null
                                ? Map.of("influencerId", influencerId, "decision", decision)
                                : Map.of("influencerId", influencerId, "decision", decision, "reason", reason))
                .post("/api/v1/shortlists/" + story.campaignId + "/decisions")
                .then()
                .statusCode(status);
    }

    private static String csv(Story story) {
        return as("viewer")
                .accept("text/csv")
                .get("/api/v1/shortlists/" + story.campaignId + "/export.csv")
                .asString();
    }
}
