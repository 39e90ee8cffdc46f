package dev.vouch.scoring;

import static dev.vouch.testkit.Requests.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.contract.AccountKind;
import dev.vouch.contract.AddedBy;
import dev.vouch.contract.Platform;
import dev.vouch.contract.PostKind;
import dev.vouch.contract.campaign.CampaignLaunchedV1;
import dev.vouch.contract.discovery.InfluencerErasedV1;
import dev.vouch.contract.discovery.InfluencerUpdatedV1;
import dev.vouch.contract.discovery.LonglistCompletedV1;
import dev.vouch.contract.discovery.LonglistEntryAddedV1;
import dev.vouch.testkit.TopicWriter;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** One campaign with invented people, told to the service by the events of its neighbours. */
final class Story {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant OBSERVED = Instant.parse("2026-05-15T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final List<String> TOPICS = List.of("Backen", "Rezept", "vegan");

    final String campaignId = "c" + UUID.randomUUID().toString().replace("-", "");
    private final List<String> people = new ArrayList<>();

    /** Somebody with so many followers and likes per post, who writes these captions. */
    String person(String name, long followers, long likes, String... captions) {
        var id = "instagram-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        people.add(id);
        tellDiscovery(id, name, captions);
        figures(id, 1, followers, likes, captions.length);
        return id;
    }

    void figures(String id, long sequence, long followers, long likes, int posts) {
        var recent = new ArrayList<InfluencerUpdatedV1.RecentPost>();
        for (int i = 0; i < posts; i++) {
            recent.add(new InfluencerUpdatedV1.RecentPost(
                    postKey(id, i),
                    publishedAt(i),
                    OBSERVED,
                    PostKind.IMAGE,
                    likes,
                    5L,
                    null,
                    "de",
                    false,
                    4L,
                    2L,
                    1L,
                    1L));
        }
        fact(
                "/discovery-service",
                id,
                id,
                sequence,
                new InfluencerUpdatedV1(
                        id,
                        Platform.INSTAGRAM,
                        followers,
                        400L,
                        200L,
                        false,
                        "DE",
                        List.of(),
                        List.of("food"),
                        AccountKind.UNKNOWN,
                        false,
                        OBSERVED,
                        OBSERVED,
                        OBSERVED,
                        recent));
    }

    void erase(String id, long sequence) {
        fact("/discovery-service", id, id, sequence, new InfluencerErasedV1(id, OBSERVED));
    }

    void launch(long budget, int size) {
        fact(
                "/campaign-service",
                campaignId,
                campaignId,
                1,
                new CampaignLaunchedV1(
                        campaignId,
                        "Hafer",
                        "Haferdrink",
                        new CampaignLaunchedV1.Brief(
                                TOPICS.stream()
                                        .map(word -> new CampaignLaunchedV1.TopicWord(word, 1))
                                        .toList(),
                                List.of("food"),
                                List.of("Wein"),
                                List.of(Platform.INSTAGRAM),
                                List.of("de"),
                                List.of("DE"),
                                new CampaignLaunchedV1.FollowerRange(1_000, 100_000),
                                List.of(AccountKind.PERSON),
                                List.of()),
                        budget,
                        "EUR",
                        size,
                        LocalDate.parse("2026-06-01"),
                        LocalDate.parse("2026-07-01"),
                        List.of(new CampaignLaunchedV1.Kpi(
                                "engagements", "count", 1_000, "sum", LocalDate.parse("2026-07-01"))),
                        OBSERVED));
    }

    /** Everybody is on the longlist; topics are found in every post whose caption holds one. */
    void longlist() {
        longlist(1);
    }

    void longlist(int revision) {
        for (var id : people) {
            fact(
                    "/discovery-service",
                    campaignId + "/" + id,
                    campaignId,
                    revision,
                    new LonglistEntryAddedV1(
                            campaignId,
                            id,
                            revision,
                            AddedBy.MATCH,
                            "food",
                            TOPICS.stream()
                                    .map(topic -> new LonglistEntryAddedV1.TopicEvidence(topic, 1, List.of()))
                                    .toList(),
                            "de"));
        }
        fact(
                "/discovery-service",
                campaignId,
                campaignId,
                revision,
                new LonglistCompletedV1(campaignId, revision, people.size(), 500, List.of()));
    }

    JsonPath shortlist(String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shortlist().getString("state")).isEqualTo(state));
        return shortlist();
    }

    JsonPath shortlist() {
        return as("viewer")
                .header("Accept-Language", "de")
                .get("/api/v1/shortlists/" + campaignId)
                .jsonPath();
    }

    String candidateStatus(String influencerId) {
        return as("viewer")
                .queryParam("campaign", campaignId)
                .get("/api/v1/candidates")
                .jsonPath()
                .getString("items.find { it.influencerId == '" + influencerId + "' }.status");
    }

    JsonPath explanation(String influencerId) {
        return as("viewer")
                .header("Accept-Language", "de")
                .get("/api/v1/candidates/" + campaignId + "~" + influencerId + "/explanation")
                .jsonPath();
    }

    void discoveryIsAway(boolean away) {
        RestAssured.given()
                .baseUri(discovery())
                .body(Boolean.toString(away))
                .put("/away")
                .then()
                .statusCode(200);
    }

    private static void tellDiscovery(String id, String name, String... captions) {
        var posts = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < captions.length; i++) {
            posts.add(Map.of(
                    "postKey", postKey(id, i),
                    "publishedAt", publishedAt(i).toString(),
                    "kind", "IMAGE",
                    "caption", captions[i],
                    "hashtags", List.of(),
                    "mentions", List.of(),
                    "brandTags", List.of(),
                    "paidLabel", false,
                    "language", "de"));
        }
        try {
            RestAssured.given()
                    .baseUri(discovery())
                    .body(JSON.writeValueAsBytes(Map.of(
                            "influencerId",
                            id,
                            "platform",
                            "instagram",
                            "displayName",
                            name,
                            "accountKind",
                            "UNKNOWN",
                            "posts",
                            posts)))
                    .put("/people/" + id)
                    .then()
                    .statusCode(200);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String discovery() {
        return ConfigProvider.getConfig().getValue("vouch.discovery.url", String.class);
    }

    private static void fact(String source, String subject, String key, long sequence, dev.vouch.contract.Event event) {
        TopicWriter.fact(source, subject, key, sequence, OBSERVED, event);
    }

    private static String postKey(String id, int number) {
        return id.substring(id.indexOf('-') + 1) + "%016x".formatted(number);
    }

    private static Instant publishedAt(int number) {
        return OBSERVED.minus(Duration.ofDays(10L + number));
    }
}
