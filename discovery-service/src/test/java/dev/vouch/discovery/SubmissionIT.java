package dev.vouch.discovery;

import static dev.vouch.discovery.Discovering.PATIENCE;
import static dev.vouch.discovery.Discovering.SEEN;
import static dev.vouch.discovery.Discovering.known;
import static dev.vouch.discovery.Discovering.name;
import static dev.vouch.discovery.Discovering.observe;
import static dev.vouch.discovery.Discovering.profile;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Requests;
import dev.vouch.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Observations in, one by one, over the topic and over REST. */
@QuarkusTest
@WithTestResource(Platform.class)
class SubmissionIT {

    @Test
    void a_poison_record_is_set_aside_alone_and_has_its_outcome() {
        // given
        var name = name();
        var key = "instagram:" + name;
        var poison = UUID.randomUUID().toString();

        // when
        TopicWriter.bytes(
                "vouch.discovery.profile-submissions",
                key,
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", poison,
                        "ce_source", "/test",
                        "ce_type", "dev.vouch.profile.observed.v1",
                        "ce_time", SEEN.toString(),
                        "content-type", "application/json"),
                "{\"platform\":\"instagram\",\"followers\":-1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        observe(profile(name, 4_000L, "food"));

        // then
        var dead = topic("vouch.discovery.profile-submissions.discovery.intake.dlt")
                .until(event -> poison.equals(event.headers().get("ce_id")));
        assertThat(dead).isNotEmpty();
        assertThat(known(name).getLong("items[0].followers")).isEqualTo(4_000);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Requests.as("researcher")
                                .get("/api/v1/submissions/" + poison)
                                .jsonPath()
                                .getString("outcome"))
                        .isEqualTo("DEAD_LETTERED"));
    }

    @Test
    void a_single_observation_can_be_followed_to_its_outcome() {
        var name = name();
        var eventId = Requests.as("researcher")
                .body(Map.of(
                        "kind",
                        "PROFILE",
                        "observation",
                        Map.of("platform", "instagram", "handle", name, "followers", 12)))
                .post("/api/v1/submissions")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("eventId");

        await().atMost(PATIENCE).untilAsserted(() -> {
            var outcome = Requests.as("researcher").get("/api/v1/submissions/" + eventId);
            assertThat(outcome.statusCode()).isEqualTo(200);
            assertThat(outcome.jsonPath().getString("outcome")).isEqualTo("CREATED");
        });
    }

    @Test
    void texts_are_for_services_only() {
        Requests.as("viewer")
                .body(Map.of("influencerIds", List.of("instagram-0000000000000000")))
                .post("/api/v1/influencers/content-batch")
                .then()
                .statusCode(403);
        Requests.anonymous().get("/api/v1/influencers").then().statusCode(401);
    }
}
