package dev.vouch.campaign;

import static dev.vouch.campaign.CampaignFixture.DUE;
import static dev.vouch.campaign.CampaignFixture.NOW;
import static dev.vouch.campaign.CampaignFixture.drafted;
import static dev.vouch.campaign.CampaignFixture.launched;
import static dev.vouch.campaign.CampaignFixture.plan;

import dev.vouch.chassis.security.Role;
import dev.vouch.testkit.NaughtyStrings;
import dev.vouch.testkit.Platform;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@WithTestResource(Platform.class)
class NaughtyStringsIT extends NaughtyStrings {

    private static final String PLAN = """
            {"name": "Hüttenzauber", "product": "Rucksack", "budgetMinorUnits": 1, "currency": "EUR",
             "brief": {"topics": [{"word": "Wandern", "weight": 2}], "categories": ["outdoor"], "wordsToAvoid": ["Sturz"],
                       "platforms": ["instagram"], "languages": ["de"], "countries": ["DE"], "competitors": ["Bergfex"]},
             "periodFrom": "2026-12-01", "periodUntil": "%1$s",
             "kpis": [{"id": "engagements", "unit": "interactions", "target": 10, "measuringRule": "as shown", "dueOn": "%1$s"}]}
            """.formatted(DUE);
    private static final String MEASURED = """
            {"influencerId": "instagram-00000000000000aa", "postId": "p1", "observedAt": "%s", "likes": 1}
            """.formatted(NOW);
    private static final String BOUGHT = """
            {"conversionId": "o1", "occurredAt": "%s", "revenueMinorUnits": 1, "currency": "EUR"}
            """.formatted(NOW);

    @Override
    protected List<Writing> writings() {
        var campaign = "/api/v1/campaigns/" + launched(500_000);
        return List.of(
                new Writing(Role.CAMPAIGN_MANAGER, "PUT", "/api/v1/campaigns/" + drafted(plan(1, List.of())), PLAN),
                new Writing(Role.CAMPAIGN_MANAGER, "POST", campaign + "/measurements", MEASURED),
                new Writing(Role.CAMPAIGN_MANAGER, "POST", campaign + "/conversions", BOUGHT));
    }
}
