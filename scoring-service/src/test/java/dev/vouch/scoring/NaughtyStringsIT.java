package dev.vouch.scoring;

import dev.vouch.chassis.security.Role;
import dev.vouch.testkit.NaughtyStrings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;

@QuarkusTest
@WithTestResource(PlayedDiscovery.class)
class NaughtyStringsIT extends NaughtyStrings {

    @Override
    protected List<Writing> writings() {
        var story = new Story();
        var lena = story.person("Lena", 8_000, 500, "Ich backe mein Rezept, vegan und mir gelingt es immer");
        story.launch(60_000, 2);
        story.longlist();
        story.shortlist("PROPOSED");
        return List.of(new Writing(
                Role.CAMPAIGN_MANAGER, "POST", "/api/v1/shortlists/" + story.campaignId + "/decisions", """
                        {"influencerId": "%s", "decision": "EXCLUDE", "reason": "knows our competitor"}
                        """.formatted(
                                lena)));
    }
}
