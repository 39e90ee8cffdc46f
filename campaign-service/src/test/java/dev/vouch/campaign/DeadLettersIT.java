package dev.vouch.campaign;

import static dev.vouch.campaign.CampaignFixture.NOW;
import static dev.vouch.campaign.CampaignFixture.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.security.Role;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Requests;
import dev.vouch.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An administrator sees what no consumer could use, and says what becomes of it. */
@QuarkusTest
@WithTestResource(Platform.class)
class DeadLettersIT {

    private static final String SUBMISSIONS = "vouch.campaign.performance-submissions";
    private static final byte[] NO_TEXT = {(byte) 0xff, (byte) 0xfe, 0, 1};

    @Test
    void a_letter_is_shown_as_it_came_and_a_replay_of_what_is_still_broken_is_refused() {
        var eventId = poison(NO_TEXT);
        var id = listed(eventId);

        var shown = Requests.as(Role.ADMIN).get("/api/v1/dead-letters/" + id).jsonPath();
        assertThat(shown.getString("headers.ce_id")).isEqualTo(eventId);
        assertThat(Base64.getDecoder().decode(shown.getString("valueBase64"))).isEqualTo(NO_TEXT);
        assertThat(shown.getString("letter.topic")).isEqualTo(SUBMISSIONS);
        assertThat(shown.getString("letter.reason")).isEqualTo("json");

        var refused = decide(id, "replay", "Sender says it is mended");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("reasons[0].sentence"))
                .startsWith("It would be set aside again (json)");
        assertThat(open()).contains(id);
    }

    @Test
    void a_discarded_letter_leaves_the_list_with_who_and_why() {
        var id = listed(poison("{".getBytes(StandardCharsets.UTF_8)));

        assertThat(decide(id, "discard", "A test of the shop").statusCode()).isEqualTo(200);
        assertThat(decide(id, "discard", "Once more").statusCode()).isEqualTo(200);

        assertThat(open()).doesNotContain(id);
        var verdict = Requests.as(Role.ADMIN)
                .get("/api/v1/dead-letters/" + id)
                .jsonPath()
                .getMap("letter.verdict");
        assertThat(verdict).containsEntry("kind", "DISCARDED").containsEntry("reason", "A test of the shop");
        assertThat(verdict.get("actor")).isNotNull();
    }

    private static String poison(byte[] value) {
        var eventId = UUID.randomUUID().toString();
        TopicWriter.bytes(
                SUBMISSIONS,
                eventId,
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", eventId,
                        "ce_source", "/test",
                        "ce_type", "dev.vouch.post.measured.v1",
                        "ce_time", NOW.toString()),
                value);
        return eventId;
    }

    /** The id of the open letter of this event. */
    private static String listed(String eventId) {
        return eventually()
                .until(() -> open().stream().filter(id -> isOf(eventId, id)).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isOf(String eventId, String id) {
        var shown = Requests.as(Role.ADMIN).get("/api/v1/dead-letters/" + id).jsonPath();
        return eventId.equals(shown.getString("headers.ce_id"));
    }

    private static List<String> open() {
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var asked = Requests.as(Role.ADMIN).queryParam("limit", 200);
            var page = (cursor == null ? asked : asked.queryParam("cursor", cursor))
                    .get("/api/v1/dead-letters")
                    .jsonPath();
            all.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return all;
    }

    private static io.restassured.response.Response decide(String id, String what, String reason) {
        return Requests.as(Role.ADMIN).body(Map.of("reason", reason)).post("/api/v1/dead-letters/" + id + "/" + what);
    }
}
