package dev.vouch.discovery;

import static dev.vouch.discovery.Discovering.PATIENCE;
import static dev.vouch.discovery.Discovering.SEEN;
import static dev.vouch.discovery.Discovering.id;
import static dev.vouch.discovery.Discovering.known;
import static dev.vouch.discovery.Discovering.launch;
import static dev.vouch.discovery.Discovering.name;
import static dev.vouch.discovery.Discovering.observe;
import static dev.vouch.discovery.Discovering.post;
import static dev.vouch.discovery.Discovering.posts;
import static dev.vouch.discovery.Discovering.profile;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Requests;
import dev.vouch.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A launched campaign in; who speaks of its topics, why, and why others are not there, out. */
@QuarkusTest
@WithTestResource(Platform.class)
class LonglistIT {

    @Test
    void a_launched_campaign_gets_its_longlist_with_evidence_and_reasons() {
        // given
        var word = "q" + name();
        var campaign = "campaign-" + word;
        var onTopic = word + "_anna";
        var offTopic = word + "_bea";
        var abroad = word + "_cem";
        for (var handle : List.of(onTopic, offTopic, abroad)) {
            observe(profile(handle, 5_000L, "travel"));
        }
        observe(post(
                onTopic, "1", "Heute gibt es bei uns wieder ein Rezept mit " + word + " und das schmeckt uns sehr"));
        observe(post(offTopic, "2", "Heute waren wir am See und das Wasser war noch sehr kalt"));
        observe(post(abroad, "3", "We had the best day with " + word + " and all of our friends were there"));
        known(abroad);
        await().atMost(PATIENCE).until(() -> posts(abroad) == 1 && posts(onTopic) == 1 && posts(offTopic) == 1);

        // when
        launch(campaign, word);

        // then
        var story = topic("vouch.discovery.longlist").withKey(campaign).until("longlist.completed");
        assertThat(story)
                .extracting(event -> event.type())
                .containsExactly("longlist.entry-added", "longlist.completed");
        assertThat(story.get(1).data().get("count").asLong()).isEqualTo(1);
        assertThat(story.get(0).data().at("/topics/0/hits").asLong()).isEqualTo(1);
        var entries = Requests.as("viewer")
                .get("/api/v1/longlists/" + campaign + "/entries")
                .jsonPath();
        assertThat(entries.getList("items.handle")).containsExactly(onTopic);
        assertThat(entries.getString("items[0].topics[0].posts[0].words[0]")).isEqualTo(word);
        assertThat(absence(campaign, offTopic)).containsExactly("longlist.off-topic");
        assertThat(absence(campaign, abroad)).containsExactly("longlist.other-language");

        // and a new profile joins, a chosen one stays, a removed one stays away
        observe(profile(word + "_dora", 5_000L, "travel"));
        observe(post(word + "_dora", "4", "Das ist mein erstes Rezept mit " + word + " und ich freue mich auf euch"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Requests.as("viewer")
                                .get("/api/v1/longlists/" + campaign + "/entries")
                                .jsonPath()
                                .getList("items.handle"))
                        .contains(word + "_dora"));
        var annasId = id(onTopic);
        Requests.as("campaign-manager")
                .delete("/api/v1/longlists/" + campaign + "/entries/" + annasId + "?reason=known")
                .then()
                .statusCode(200);
        Requests.as("campaign-manager")
                .body(Map.of("influencerId", id(offTopic), "reason", "a friend"))
                .post("/api/v1/longlists/" + campaign + "/entries")
                .then()
                .statusCode(201);
        assertThat(absence(campaign, onTopic)).containsExactly("longlist.removed-by-hand");
        var card = Requests.as("service")
                .get("/api/v1/influencers/" + annasId + "/contact-card?campaign=" + campaign)
                .jsonPath();
        assertThat(card.getString("matchedPost.excerpt")).contains(word);

        // and a cancelled campaign matches nobody any more
        TopicWriter.fact(
                "/campaign-service", campaign, campaign, 2, SEEN, new CampaignCancelledV1(campaign, SEEN, null));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Requests.as("viewer")
                                .get("/api/v1/longlists/" + campaign)
                                .jsonPath()
                                .getString("state"))
                        .isEqualTo("CLOSED"));
    }

    @Test
    void whoever_comes_while_the_longlist_is_built_is_on_it() {
        // given
        var word = "q" + name();
        var campaign = "campaign-" + word;
        var handles = IntStream.range(0, 40).mapToObj(each -> word + "_" + each).toList();

        // when
        for (int each = 0; each < handles.size(); each++) {
            observe(profile(handles.get(each), 5_000L, "travel"));
            observe(post(handles.get(each), "1", "Das ist mein Rezept mit " + word + " und ich freue mich auf euch"));
            if (each == handles.size() / 2) {
                launch(campaign, word);
            }
        }

        // then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Requests.as("viewer")
                                .get("/api/v1/longlists/" + campaign + "/entries?limit=200")
                                .jsonPath()
                                .<String>getList("items.handle"))
                        .containsExactlyInAnyOrderElementsOf(handles));
    }

    private static List<String> absence(String campaign, String handle) {
        return Requests.as("viewer")
                .get("/api/v1/longlists/" + campaign + "/absences/" + id(handle))
                .jsonPath()
                .getList("reasons.code");
    }
}
