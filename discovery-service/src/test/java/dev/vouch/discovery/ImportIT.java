package dev.vouch.discovery;

import static dev.vouch.discovery.Discovering.HEADER;
import static dev.vouch.discovery.Discovering.PATIENCE;
import static dev.vouch.discovery.Discovering.finished;
import static dev.vouch.discovery.Discovering.handIn;
import static dev.vouch.discovery.Discovering.influencer;
import static dev.vouch.discovery.Discovering.known;
import static dev.vouch.discovery.Discovering.name;
import static dev.vouch.discovery.Discovering.observe;
import static dev.vouch.discovery.Discovering.profile;
import static dev.vouch.testkit.TopicReader.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Requests;
import dev.vouch.testkit.TopicWriter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files in; each row with its result. */
@QuarkusTest
@WithTestResource(Platform.class)
class ImportIT {

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
    void a_new_post_is_created_though_its_account_was_known() {
        // given
        var name = name();
        observe(profile(name, 4_000L, "food"));
        known(name);
        var first = postLine(name, "1", 10, "2026-10-29") + postLine(name, "2", 20, "2026-10-29");

        // when
        var created = finished(handIn(first, 202).getString("id"));
        var later = finished(handIn(postLine(name, "2", 25, "2026-10-30") + postLine(name, "3", 5, "2026-10-30"), 202)
                .getString("id"));

        // then
        assertThat(created.getMap("counts")).containsEntry("created", 2).containsEntry("changed", 0);
        assertThat(later.getMap("counts")).containsEntry("created", 1).containsEntry("changed", 1);
    }

    @Test
    void a_row_that_is_no_text_is_refused_and_the_others_are_imported() {
        // given
        var name = name();
        var halfACharacter = "\\ud83d";

        // when
        var done = finished(handIn(
                        postLine(name, "1", 10, "2026-10-29")
                                + postLine(name, "2" + halfACharacter, 10, "2026-10-29")
                                + postLine(name, "3", 10, "2026-10-29"),
                        202)
                .getString("id"));

        // then
        assertThat(done.getMap("counts")).containsEntry("created", 2).containsEntry("refused", 1);
    }

    /** No row that the reader lets through is known to end so; a fault of ours might make one. */
    @Test
    void an_observation_of_an_import_that_is_set_aside_is_one_of_its_results() {
        // given
        var name = name();
        var id = handIn(postLine(name, "1", 10, "2026-10-29"), 202).getString("id");
        finished(id);

        // when
        broken(id, id + "-00000007");
        broken(id, name);
        broken(id, id + "-00000008");

        // then
        var rows = "/api/v1/imports/" + id + "/rows?outcome=DEAD_LETTERED";
        await().atMost(PATIENCE)
                .until(() -> Requests.as("researcher").get(rows).jsonPath().getList("items.row"), hasItem(8));
        assertThat(Requests.as("researcher").get(rows).jsonPath().getList("items.row"))
                .as("an observation that only names the import as its source is none of its rows")
                .isEqualTo(List.of(7, 8));
    }

    private static void broken(String importId, String eventId) {
        TopicWriter.bytes(
                "vouch.discovery.profile-submissions",
                importId,
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", eventId,
                        "ce_source", "/discovery-service/imports/" + importId,
                        "ce_type", "dev.vouch.post.observed.v1",
                        "ce_time", "2026-10-29T00:00:00Z",
                        "content-type", "application/json"),
                "{".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void another_file_under_the_same_key_is_refused() {
        var key = name();

        assertThat(handInUnder(key, HEADER + "instagram,,%s,,,,,,,1,,,,,\n".formatted(key)))
                .isEqualTo(202);
        assertThat(handInUnder(key, HEADER + "instagram,,%s,,,,,,,2,,,,,\n".formatted(key)))
                .isEqualTo(422);
        assertThat(handInUnder(key, HEADER + "instagram,,%s,,,,,,,1,,,,,\n".formatted(key)))
                .isEqualTo(202);
    }

    private static int handInUnder(String key, String file) {
        return Requests.as("researcher")
                .contentType("application/octet-stream")
                .header("Idempotency-Key", key)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .statusCode();
    }

    private static String postLine(String handle, String id, long likes, String observedAt) {
        return """
                {"platform":"instagram","handle":"%s","postId":"%s-%s","kind":"IMAGE","likes":%d,\
                "publishedAt":"2026-10-01T00:00:00Z","observedAt":"%s"}
                """.formatted(
                        handle, handle, id, likes, observedAt.length() == 10 ? observedAt + "T00:00:00Z" : observedAt);
    }
}
