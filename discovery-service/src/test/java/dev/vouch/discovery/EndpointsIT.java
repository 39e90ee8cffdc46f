package dev.vouch.discovery;

import static dev.vouch.discovery.Discovering.HEADER;
import static dev.vouch.discovery.Discovering.PATIENCE;
import static dev.vouch.discovery.Discovering.finished;
import static dev.vouch.discovery.Discovering.handIn;
import static dev.vouch.discovery.Discovering.id;
import static dev.vouch.discovery.Discovering.launch;
import static dev.vouch.discovery.Discovering.name;
import static dev.vouch.discovery.Discovering.observe;
import static dev.vouch.discovery.Discovering.post;
import static dev.vouch.discovery.Discovering.posts;
import static dev.vouch.discovery.Discovering.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.testkit.EveryEndpoint;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Requests;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(Platform.class)
class EndpointsIT extends EveryEndpoint {

    private static final String INFLUENCERS = "/api/v1/influencers";
    private static final String LONGLIST = "/api/v1/longlists/{campaignId}";

    /** What exists: two people of one category on one longlist, one beside it, and an import. */
    private record Scene(String word, String campaign, String onList, String besideIt, String importId) {}

    private static @Nullable Scene scene;

    @BeforeEach
    void people_on_a_longlist() {
        if (scene == null) {
            scene = played("q" + name());
        }
    }

    @Override
    protected boolean takesFiles(String path) {
        return path.equals("/api/v1/imports");
    }

    @Override
    protected Map<String, String> queryFor(String path) {
        return switch (path) {
            case INFLUENCERS -> Map.of("category", there().word());
            case LONGLIST + "/entries/{influencerId}" -> Map.of("reason", "known");
            default -> Map.of();
        };
    }

    @Override
    protected Map<String, Map<String, String>> existing() {
        return Map.of(
                INFLUENCERS + "/{id}/posts",
                Map.of("id", there().onList()),
                INFLUENCERS + "/{id}/snapshots",
                Map.of("id", there().onList()),
                "/api/v1/imports/{id}/rows",
                Map.of("id", there().importId()),
                LONGLIST + "/entries",
                Map.of("campaignId", there().campaign()));
    }

    @Override
    protected List<Example> repeatable() {
        return List.of(
                new Example("POST", "/api/v1/submissions", Map.of(), observation(1), observation(2)),
                new Example("POST", "/api/v1/mappings", Map.of(), mapping(name()), mapping(name())),
                new Example(
                        "POST",
                        LONGLIST + "/entries",
                        campaign(),
                        entryOf(there().besideIt(), "a friend"),
                        entryOf(there().onList(), "a friend")));
    }

    @Override
    protected List<Example> conditional() {
        return List.of(
                new Example("POST", LONGLIST + "/entries", campaign(), entryOf(there().onList(), "a friend"), ""),
                new Example(
                        "DELETE",
                        LONGLIST + "/entries/{influencerId}",
                        Map.of("campaignId", there().campaign(), "influencerId", there().onList()),
                        "",
                        ""));
    }

    private static Scene played(String word) {
        var campaign = "campaign-" + word;
        for (var handle : List.of(word + "_anna", word + "_bea", word + "_cem")) {
            observe(profile(handle, 5_000L, word));
            observe(profile(handle, 5_100L, word));
            id(handle);
        }
        for (var handle : List.of(word + "_anna", word + "_bea")) {
            observe(post(handle, "1", "Heute gibt es bei uns wieder ein Rezept mit " + word + " und das schmeckt uns"));
            observe(post(handle, "2", "Gestern gab es bei uns noch ein Rezept mit " + word + " und das war gut"));
            await().atMost(PATIENCE).until(() -> posts(handle) == 2);
        }
        launch(campaign, word);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Requests.as("viewer")
                                .get("/api/v1/longlists/" + campaign)
                                .jsonPath()
                                .<Integer>get("count"))
                        .isEqualTo(2));
        var rows = "instagram,,%s_d,,,,,,,1,,,,,\ninstagram,,%s_e,,,,,,,many,,,,,\n".formatted(word, word);
        var job = finished(handIn(HEADER + rows, 202).getString("id")).getString("id");
        return new Scene(word, campaign, id(word + "_anna"), id(word + "_cem"), job);
    }

    private static Scene there() {
        return scene == null ? new Scene("", "", "", "", "") : scene;
    }

    private static Map<String, String> campaign() {
        return Map.of("campaignId", there().campaign());
    }

    private static String entryOf(String influencerId, String reason) {
        return """
                {"influencerId": "%s", "reason": "%s"}
                """.formatted(influencerId, reason);
    }

    private static String observation(long followers) {
        return """
                {"kind": "PROFILE", "observation": {"platform": "instagram", "handle": "%s_f", "followers": %d}}
                """.formatted(there().word(), followers);
    }

    private static String mapping(String name) {
        return """
                {"name": "m-%s", "description": "a list", "format": "DELIMITED", "kind": "PROFILE", "source": "vendor",
                 "recognisedBy": ["Konto %s"], "fields": {"handle": {"from": ["Konto %s"], "as": "HANDLE"}}}
                """.formatted(name, name, name);
    }
}
