package dev.vouch.discovery;

import static org.awaitility.Awaitility.await;

import dev.vouch.contract.AccountKind;
import dev.vouch.contract.PostKind;
import dev.vouch.contract.campaign.CampaignLaunchedV1;
import dev.vouch.contract.discovery.PostObservedV1;
import dev.vouch.contract.discovery.ProfileObservedV1;
import dev.vouch.testkit.Requests;
import dev.vouch.testkit.TopicWriter;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the component tests hand in and ask for. All people are invented. */
final class Discovering {

    static final Instant SEEN = Instant.parse("2026-10-29T00:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final String HEADER =
            "platform,accountId,handle,displayName,bio,emails,country,languages,categories,followers,following,posts,"
                    + "verified,accountKind,observedAt\n";

    private Discovering() {}

    static String name() {
        return UUID.randomUUID()
                .toString()
                .replace("-", "")
                .replaceAll("\\d", "x")
                .substring(0, 12);
    }

    static JsonPath handIn(String file, int status) {
        return Requests.as("researcher")
                .contentType("application/octet-stream")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/imports?fileName=list.csv")
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    static JsonPath finished(String importId) {
        await().atMost(PATIENCE)
                .until(() -> Requests.as("researcher")
                        .get("/api/v1/imports/" + importId)
                        .jsonPath()
                        .getString("state")
                        .equals("DONE"));
        return Requests.as("researcher").get("/api/v1/imports/" + importId).jsonPath();
    }

    static JsonPath influencer(String handle) {
        return Requests.as("viewer").get("/api/v1/influencers?handle=" + handle).jsonPath();
    }

    static JsonPath known(String handle) {
        await().atMost(PATIENCE)
                .until(() -> !influencer(handle).getList("items").isEmpty());
        return influencer(handle);
    }

    static String id(String handle) {
        return known(handle).getString("items[0].influencerId");
    }

    static int posts(String handle) {
        return Requests.as("viewer")
                .get("/api/v1/influencers/" + id(handle) + "/posts")
                .jsonPath()
                .getList("items")
                .size();
    }

    static void observe(ProfileObservedV1 profile) {
        TopicWriter.observation(UUID.randomUUID().toString(), "instagram:" + profile.handle(), SEEN, profile);
    }

    static void observe(PostObservedV1 post) {
        TopicWriter.observation(UUID.randomUUID().toString(), "instagram:" + post.handle(), SEEN, post);
    }

    static ProfileObservedV1 profile(String handle, Long followers, @Nullable String category) {
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

    static PostObservedV1 post(String handle, String id, String caption) {
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

    static void launch(String campaign, String word) {
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
