package dev.vouch.campaign;

import static dev.vouch.campaign.CampaignFixture.NOW;
import static dev.vouch.campaign.CampaignFixture.accepted;
import static dev.vouch.campaign.CampaignFixture.collaboration;
import static dev.vouch.campaign.CampaignFixture.launched;
import static dev.vouch.campaign.CampaignFixture.shortlisted;

import dev.vouch.testkit.EveryEndpoint;
import dev.vouch.testkit.Platform;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(Platform.class)
class EndpointsIT extends EveryEndpoint {

    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static @Nullable String campaign;
    private static @Nullable String collaboration;

    /** One campaign with one open collaboration for all questions. */
    @BeforeEach
    void an_open_collaboration() {
        if (campaign == null) {
            var launched = launched(500_000);
            accepted(launched, shortlisted(launched, 1, 40_000).get(0), null);
            collaboration = collaboration(launched, "OPEN");
            campaign = launched;
        }
    }

    @Override
    protected Map<String, Map<String, String>> existing() {
        return Map.of(CAMPAIGNS + "/{id}/collaborations", of(campaign));
    }

    @Override
    protected List<Example> repeatable() {
        return List.of(
                new Example("POST", CAMPAIGNS, Map.of(), plan("Hüttenzauber"), plan("Gipfelglück")),
                new Example("POST", "/api/v1/collaborations/{id}/offers", of(collaboration), offer(100), offer(200)),
                new Example("POST", CAMPAIGNS + "/{id}/measurements", of(campaign), measured("p1"), measured("p2")),
                new Example("POST", CAMPAIGNS + "/{id}/conversions", of(campaign), bought("o1"), bought("o2")));
    }

    @Override
    protected List<Example> conditional() {
        return List.of(
                new Example("PUT", CAMPAIGNS + "/{id}", of(campaign), plan("Hüttenzauber"), ""),
                new Example("POST", CAMPAIGNS + "/{id}/launch", of(campaign), "", ""),
                new Example("POST", CAMPAIGNS + "/{id}/completion", of(campaign), "", ""),
                new Example("POST", CAMPAIGNS + "/{id}/cancellation", of(campaign), "{\"reason\":\"no\"}", ""),
                new Example("POST", "/api/v1/collaborations/{id}/offers", of(collaboration), offer(100), ""),
                new Example("POST", "/api/v1/collaborations/{id}/agreement", of(collaboration), "", ""));
    }

    private static Map<String, String> of(@Nullable String id) {
        return id == null ? Map.of() : Map.of("id", id);
    }

    private static String plan(String name) {
        return """
                {"name": "%s", "product": "Rucksack", "brief": {}, "budgetMinorUnits": 1, "currency": "EUR"}
                """.formatted(name);
    }

    private static String offer(long fee) {
        return """
                {"feeMinorUnits": %d, "deliverables": [{"kind": "REEL", "count": 1}]}
                """.formatted(fee);
    }

    private static String measured(String post) {
        return """
                {"influencerId": "instagram-00000000000000aa", "postId": "%s", "observedAt": "%s", "likes": 1}
                """.formatted(post, NOW);
    }

    private static String bought(String order) {
        return """
                {"conversionId": "%s", "occurredAt": "%s", "revenueMinorUnits": 1, "currency": "EUR"}
                """.formatted(order, NOW);
    }
}
