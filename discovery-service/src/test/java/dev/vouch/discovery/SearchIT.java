package dev.vouch.discovery;

import static dev.vouch.discovery.Discovering.PATIENCE;
import static dev.vouch.discovery.Discovering.known;
import static dev.vouch.discovery.Discovering.name;
import static dev.vouch.discovery.Discovering.observe;
import static dev.vouch.discovery.Discovering.post;
import static dev.vouch.discovery.Discovering.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Requests;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words and filters in; people out. */
@QuarkusTest
@WithTestResource(Platform.class)
class SearchIT {

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
    void a_list_is_filtered_and_paged_to_the_end() {
        // given
        var category = name();
        var handles = List.of(category + "_a", category + "_b", category + "_c");
        handles.forEach(handle -> observe(profile(handle, 5_000L, category)));
        handles.forEach(handle -> known(handle));

        // when
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var request = Requests.as("viewer").queryParam("category", category).queryParam("limit", 1);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/api/v1/influencers").jsonPath();
            found.addAll(page.<String>getList("items.handle"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        // then
        assertThat(found).containsExactlyInAnyOrderElementsOf(handles);
    }
}
