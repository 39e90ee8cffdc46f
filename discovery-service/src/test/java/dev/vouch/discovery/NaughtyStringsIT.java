package dev.vouch.discovery;

import static dev.vouch.discovery.Discovering.PATIENCE;
import static dev.vouch.discovery.Discovering.id;
import static dev.vouch.discovery.Discovering.launch;
import static dev.vouch.discovery.Discovering.name;
import static dev.vouch.discovery.Discovering.observe;
import static dev.vouch.discovery.Discovering.profile;
import static org.awaitility.Awaitility.await;

import dev.vouch.chassis.security.Role;
import dev.vouch.testkit.NaughtyStrings;
import dev.vouch.testkit.Platform;
import dev.vouch.testkit.Requests;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@WithTestResource(Platform.class)
class NaughtyStringsIT extends NaughtyStrings {

    private static final String PROFILE = """
            {"kind": "PROFILE",
             "observation": {"platform": "instagram", "accountId": "%1$s", "handle": "%1$s", "previousHandle": "%1$s_old",
              "observedAt": "2026-10-29T00:00:00Z", "source": "a vendor", "displayName": "Mira", "bio": "backt",
              "links": ["https://example.org"], "addresses": [{"address": "mira@example.org", "foundIn": "bio"}],
              "country": "DE", "languages": ["de"], "categories": ["baking"], "accountKind": "PERSON"}}
            """;
    private static final String POST = """
            {"kind": "POST",
             "observation": {"platform": "instagram", "handle": "%1$s", "postId": "%1$s-1", "url": "https://example.org/p/1",
              "observedAt": "2026-10-29T00:00:00Z", "source": "a vendor", "kind": "IMAGE",
              "publishedAt": "2026-10-28T00:00:00Z", "caption": "Brot", "hashtags": ["brot"], "mentions": ["cem"],
              "brandTags": ["haferschmelz"],
              "commentSample": [{"author": "cem", "byOwner": false, "at": "2026-10-28T01:00:00Z", "text": "Oh!",
               "replies": [{"author": "mira", "byOwner": true, "at": "2026-10-28T02:00:00Z", "text": "Ja!"}]}]}}
            """;
    private static final String MAPPING = """
            {"name": "m-%1$s", "description": "a list", "format": "DELIMITED", "kind": "PROFILE", "source": "vendor",
             "recognisedBy": ["Konto %1$s"], "fields": {"handle": {"from": ["Konto %1$s"], "as": "HANDLE"}}}
            """;

    @Override
    protected List<Writing> writings() {
        var word = "q" + name();
        launch("campaign-" + word, word);
        observe(profile(word, 5_000L, word));
        await().atMost(PATIENCE)
                .until(() -> Requests.as("viewer")
                                .get("/api/v1/longlists/campaign-" + word)
                                .statusCode()
                        == 200);
        return List.of(
                new Writing(Role.RESEARCHER, "POST", "/api/v1/submissions", PROFILE.formatted(name())),
                new Writing(Role.RESEARCHER, "POST", "/api/v1/submissions", POST.formatted(name())),
                new Writing(Role.RESEARCHER, "POST", "/api/v1/mappings", MAPPING.formatted(name())),
                new Writing(Role.RESEARCHER, "POST", "/api/v1/longlists/campaign-" + word + "/entries", """
                        {"influencerId": "%s", "reason": "met at the fair"}
                        """.formatted(
                                id(word))));
    }
}
