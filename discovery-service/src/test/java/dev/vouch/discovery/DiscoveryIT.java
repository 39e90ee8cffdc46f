package dev.vouch.discovery;

import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.contract.AccountKind;
import dev.vouch.contract.PostKind;
import dev.vouch.contract.campaign.CampaignCancelledV1;
import dev.vouch.contract.campaign.CampaignLaunchedV1;
import dev.vouch.contract.discovery.PostObservedV1;
import dev.vouch.contract.discovery.ProfileObservedV1;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Requests;
import dev.vouch.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Files, REST and topics in; figures, longlists and reasons out. All people are invented. */
@QuarkusTest
@WithTestResource(Platform.class)
class DiscoveryIT {

    private static final Instant SEEN = Instant.parse("2026-10-29T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String HEADER =
            "platform,accountId,handle,displayName,bio,emails,country,languages,categories,followers,following,posts,"
                    + "verified,accountKind,observedAt\n";

    @Test
    void a_file_is_imported_row_by_row_and_once_only() {
        // given
        var name = name();
        var file = HEADER
                + "instagram,,%s_anna,Anna,,anna@%s.example,DE,de,food,5000,10,20,false,PERSON,2026-10-29\n"
                        .formatted(name, name)
                + "instagram,,%s_bea,Bea,,,,,food,many,10,20,false,PERSON,2026-10-29\n".formatted(name)
                + "instagram,,%s_cem,Cem,,,,,food,7.500,10,20,false,PERSON,2026-10-29\n".formatted(name);

        // when
        var first = handIn(file, 202);
        var done = finished(first.getString("id"));
        var again = handIn(file, 202);

        // then
        assertThat(done.getMap("counts")).containsEntry("created", 2).containsEntry("refused", 1);
        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        assertThat(again.getBoolean("alreadyImported")).isTrue();
        assertThat(again.getMap("counts")).containsEntry("created", 0).containsEntry("unchanged", 2);
        var refused = Requests.as("researcher")
                .get("/api/v1/imports/" + first.getString("id") + "/rows?outcome=REFUSED")
                .jsonPath();
        assertThat(refused.getLong("items[0].row")).isEqualTo(2);
        assertThat(refused.getString("items[0].reasons[0].code")).isEqualTo("import.wrong-type");
        var cem = influencer(name + "_cem");
        assertThat(cem.getLong("items[0].followers")).isEqualTo(7500);
        assertThat(topic("vouch.discovery.influencer")
                        .of(cem.getString("items[0].influencerId"))
                        .until("influencer.updated")
                        .get(0)
                        .data()
                        .get("followers")
                        .asLong())
                .isEqualTo(7500);
    }

    @Test
    void a_file_that_no_mapping_knows_is_refused_with_its_columns() {
        var problem = handIn("first,second\n1,2\n", 409);

        assertThat(problem.getString("reasons[0].code")).isEqualTo("import.no-mapping-fits");
        assertThat(problem.getString("reasons[0].sentence")).contains("first, second");
    }

    @Test
    void an_operator_adds_a_mapping_and_no_java() {
        // given
        var name = name();
        var mapping = Map.of(
                "name",
                "vendor-" + name,
                "description",
                "a vendor's list",
                "format",
                "DELIMITED",
                "kind",
                "PROFILE",
                "source",
                "vendor",
                "recognisedBy",
                List.of("Konto " + name),
                "constants",
                Map.of("platform", "tiktok"),
                "fields",
                Map.of(
                        "handle", Map.of("from", List.of("Konto " + name), "as", "HANDLE"),
                        "followers", Map.of("from", List.of("Fans"), "as", "WHOLE_NUMBER")));
        Requests.as("researcher").body(mapping).post("/api/v1/mappings").then().statusCode(201);

        // when
        finished(handIn("Konto %s;Fans\n@%s_dora;48,5 Tsd.\n".formatted(name, name), 202)
                .getString("id"));

        // then
        assertThat(influencer(name + "_dora").getLong("items[0].followers")).isEqualTo(48_500);
        assertThat(influencer(name + "_dora").getString("items[0].platform")).isEqualTo("tiktok");
    }

    @Test
    void a_poison_record_is_set_aside_alone() {
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
    void a_search_finds_every_form_of_a_word() {
        var name = name();
        observe(profile(name, 5_000L, name));
        observe(post(name, "9", "Gestern habe ich endlich wieder gebacken #veganerezepte"));
        known(name);

        for (var words : List.of("backen", "vegan Rezept")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Requests.as("viewer")
                                    .queryParam("q", words)
                                    .queryParam("category", name)
                                    .get("/api/v1/search")
                                    .jsonPath()
                                    .getList("items.handle"))
                            .containsExactly(name));
        }
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

    private static String name() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .replaceAll("\\d", "x")
                .substring(0, 12);
    }

    private static JsonPath handIn(String file, int status) {
        return Requests.as("researcher")
                .contentType("application/octet-stream")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports?fileName=list.csv")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    private static JsonPath finished(String importId) {
        await().atMost(PATIENCE)
                .until(() -> Requests.as("researcher")
                        .get("/api/v1/imports/" + importId)
                        .jsonPath()
                        .getString("state")
                        .equals("DONE"));
        return Requests.as("researcher").get("/api/v1/imports/" + importId).jsonPath();
    }

    private static JsonPath influencer(String handle) {
        return Requests.as("viewer").get("/api/v1/influencers?handle=" + handle).jsonPath();
    }

    private static JsonPath known(String handle) {
        await().atMost(PATIENCE)
                .until(() -> !influencer(handle).getList("items").isEmpty());
        return influencer(handle);
    }

    private static String id(String handle) {
        return known(handle).getString("items[0].influencerId");
    }

    private static int posts(String handle) {
        return Requests.as("viewer")
                .get("/api/v1/influencers/" + id(handle) + "/posts")
                .jsonPath()
                .getList("items")
                .size();
    }

    private static List<String> absence(String campaign, String handle) {
        return Requests.as("viewer")
                .get("/api/v1/longlists/" + campaign + "/absences/" + id(handle))
                .jsonPath()
                .getList("reasons.code");
    }

    private static void observe(ProfileObservedV1 profile) {
        TopicWriter.observation(UUID.randomUUID().toString(), "instagram:" + profile.handle(), SEEN, profile);
    }

    private static void observe(PostObservedV1 post) {
        TopicWriter.observation(UUID.randomUUID().toString(), "instagram:" + post.handle(), SEEN, post);
    }

    private static ProfileObservedV1 profile(String handle, Long followers, @Nullable String category) {
        return new ProfileObservedV1(
                dev.vouch.contract.Platform.INSTAGRAM,
                null,
                handle,
                null,
                SEEN,
                "test",
                null,
                null,
                null,
                null,
                null,
                null,
                category == null ? null : List.of(category),
                followers,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static PostObservedV1 post(String handle, String id, String caption) {
        return new PostObservedV1(
                dev.vouch.contract.Platform.INSTAGRAM,
                null,
                handle,
                null,
                handle + id,
                null,
                SEEN,
                "test",
                PostKind.IMAGE,
                SEEN,
                caption,
                null,
                null,
                null,
                null,
                10L,
                1L,
                null,
                null);
    }

    private static void launch(String campaign, String word) {
        var brief = new CampaignLaunchedV1.Brief(
                List.of(new CampaignLaunchedV1.TopicWord(word, 1)),
                List.of(),
                List.of(),
                List.of(dev.vouch.contract.Platform.INSTAGRAM),
                List.of("de"),
                List.of(),
                new CampaignLaunchedV1.FollowerRange(1_000, 100_000),
                List.of(AccountKind.PERSON),
                List.of());
        var kpi = new CampaignLaunchedV1.Kpi("reach", "people", 1_000, "as handed in", LocalDate.of(2027, 1, 1));
        TopicWriter.fact(
                "/campaign-service",
                campaign,
                campaign,
                1,
                SEEN,
                new CampaignLaunchedV1(
                        campaign,
                        "Test",
                        "a product",
                        brief,
                        100_000,
                        "EUR",
                        5,
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2027, 1, 1),
                        List.of(kpi),
                        SEEN));
    }
}
