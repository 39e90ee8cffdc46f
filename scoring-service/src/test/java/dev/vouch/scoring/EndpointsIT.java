package dev.vouch.scoring;

import dev.vouch.testkit.EveryEndpoint;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(PlayedDiscovery.class)
class EndpointsIT extends EveryEndpoint {

    private static final String SHORTLISTS = "/api/v1/shortlists/{campaignId}";
    private static @Nullable Story story;
    private static @Nullable String lena;

    /** One campaign for all questions. */
    @BeforeEach
    void a_proposed_shortlist() {
        if (story == null) {
            var told = new Story();
            lena = told.person("Lena", 8_000, 500, "Ich backe mein Rezept, vegan und mir gelingt es immer");
            told.person("Mia", 7_000, 300, "Ich backe mein Rezept, vegan, und bin mir sicher");
            told.launch(60_000, 2);
            told.longlist();
            told.shortlist("PROPOSED");
            story = told;
        }
    }

    @Override
    protected Map<String, String> queryFor(String path) {
        return path.equals("/api/v1/candidates") ? Map.of("campaign", campaign()) : Map.of();
    }

    @Override
    protected List<Example> repeatable() {
        return List.of(decision("EXCLUDE", "PIN"), bodyless("/proposals"), bodyless("/approval"));
    }

    @Override
    protected List<Example> conditional() {
        return List.of(decision("PIN", "PIN"), bodyless("/proposals"), bodyless("/approval"));
    }

    private static Example bodyless(String command) {
        return new Example("POST", SHORTLISTS + command, Map.of("campaignId", campaign()), "", "");
    }

    private static Example decision(String kind, String otherKind) {
        return new Example(
                "POST", SHORTLISTS + "/decisions", Map.of("campaignId", campaign()), body(kind), body(otherKind));
    }

    private static String body(String kind) {
        return "{\"influencerId\":\"" + lena + "\",\"decision\":\"" + kind + "\"}";
    }

    private static String campaign() {
        return story == null ? "" : story.campaignId;
    }
}
