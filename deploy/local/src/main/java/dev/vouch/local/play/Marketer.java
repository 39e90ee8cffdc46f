package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vouch.local.play.CreatorResults.Observed;
import dev.vouch.local.result.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The played marketer: states product and KPIs, agrees the fees, and reads the report. */
final class Marketer {

    private static final String ROLE = "campaign-manager";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Api campaigns;
    private final Progress progress;

    Marketer(Services services, Progress progress) {
        this.campaigns = services.campaign(ROLE);
        this.progress = progress;
    }

    /** The same brief finds its campaign again. */
    JsonNode launch(Brief brief) {
        var key = "brief-" + brief.hash();
        var campaign = campaigns.post("campaigns", key, brief.campaignRequest());
        var id = campaign.path("id").asText();
        var state = campaigns.get("campaigns/" + id).path("state").asText();
        if (state.equals("DRAFT")) {
            campaign = campaigns.post("campaigns/" + id + "/launch", key, MissingNode.getInstance());
            progress.played("marketer", "launches \"" + brief.name() + "\" as campaign " + id);
        } else {
            progress.say("the brief is known: its campaign " + id + " goes on, " + state);
        }
        return campaign;
    }

    /** Agrees with everybody who accepted, at what they ask or, if that is too much, at the approved ceiling. */
    void agreeFees(String campaignId, Set<String> accepted, Map<String, Long> ceilings) {
        if (accepted.isEmpty()) {
            return;
        }
        var refused = new HashSet<String>();
        Wait.until(
                "the collaborations of " + accepted.size() + " people who accepted",
                PATIENCE,
                () -> {
                    var collaborations = collaborations(campaignId);
                    collaborations.stream()
                            .filter(each -> each.path("state").asText().equals("OPEN"))
                            .filter(each -> !refused.contains(each.path("id").asText()))
                            .forEach(each -> agree(each, ceilings, refused));
                    return Optional.of(collaborations).filter(all -> settled(all, accepted, refused));
                },
                () -> states(campaignId));
    }

    List<Agreed> agreed(String campaignId, Map<String, Long> followers) {
        var agreed = new ArrayList<Agreed>();
        for (var each : collaborations(campaignId)) {
            var agreement = each.path("agreement");
            if (each.path("state").asText().equals("AGREED")) {
                var influencerId = each.path("influencerId").asText();
                agreed.add(new Agreed(
                        each.path("id").asText(),
                        influencerId,
                        followers.getOrDefault(influencerId, 1_000L),
                        agreement.path("feeMinorUnits").asLong(),
                        Instant.parse(agreement.path("agreedAt").asText())));
            }
        }
        return agreed;
    }

    List<JsonNode> collaborations(String campaignId) {
        return campaigns.all("campaigns/" + campaignId + "/collaborations");
    }

    JsonNode budget(String campaignId) {
        return campaigns.get("campaigns/" + campaignId + "/budget");
    }

    /** The report, once it shows what was handed in; to the cent, or the run has failed. */
    JsonNode report(String campaignId, ExpectedKpis expected) {
        return Wait.until(
                "a report that agrees with what the creators handed in",
                PATIENCE,
                () -> Optional.of(campaigns.get("campaigns/" + campaignId + "/report"))
                        .filter(report -> differences(report, expected).isEmpty()),
                () -> differences(campaigns.get("campaigns/" + campaignId + "/report"), expected));
    }

    private static List<String> differences(JsonNode report, ExpectedKpis expected) {
        var differences = new ArrayList<String>();
        for (var kpi : report.path("kpis")) {
            var id = kpi.path("id").asText();
            var right = expected.actual(id, kpi.path("unit").asText());
            var shown = kpi.hasNonNull("actual") ? kpi.path("actual").decimalValue() : null;
            if (right == null ? shown != null : shown == null || right.compareTo(shown) != 0) {
                differences.add(id + " shows " + shown + ", handed in was " + right);
            }
        }
        return differences;
    }

    private void agree(JsonNode collaboration, Map<String, Long> ceilings, Set<String> refused) {
        var id = collaboration.path("id").asText();
        var offers = collaboration.path("offers");
        if (offers.isEmpty()) {
            var ceiling = ceilings.get(collaboration.path("influencerId").asText());
            if (ceiling == null || !offerCeiling(id, ceiling)) {
                refused.add(id);
                return;
            }
        }
        var answer = campaigns.tryPost(
                "collaborations/" + id + "/agreement",
                "agree-" + Math.max(1, offers.size()),
                MissingNode.getInstance());
        if (answer.ok()) {
            var fee = answer.body().path("agreement").path("feeMinorUnits").asLong();
            progress.played(
                    "marketer",
                    "agrees with " + collaboration.path("influencerId").asText() + " at " + fee + " minor units");
        } else {
            refused.add(id);
            progress.say(
                    "no agreement with " + collaboration.path("influencerId").asText() + ": " + answer.problem());
        }
    }

    private boolean offerCeiling(String id, long ceiling) {
        var offer = Api.JSON.createObjectNode().put("feeMinorUnits", ceiling);
        offer.putArray("deliverables").addObject().put("kind", "IMAGE").put("count", 1);
        var answer = campaigns.tryPost("collaborations/" + id + "/offers", "ceiling", offer);
        progress.played(
                "marketer",
                answer.ok()
                        ? "offers the approved ceiling of " + ceiling
                                + " minor units, and the (played) influencer takes it"
                        : "may not offer " + ceiling + " minor units: " + answer.problem());
        return answer.ok();
    }

    private static boolean settled(List<JsonNode> collaborations, Set<String> accepted, Set<String> refused) {
        var settled = new HashSet<String>();
        for (var each : collaborations) {
            var state = each.path("state").asText();
            if (state.equals("AGREED")
                    || state.equals("ENDED")
                    || refused.contains(each.path("id").asText())) {
                settled.add(each.path("influencerId").asText());
            }
        }
        return settled.containsAll(accepted);
    }

    private Object states(String campaignId) {
        return collaborations(campaignId).stream()
                .map(each -> each.path("id").asText() + " " + each.path("state").asText())
                .toList();
    }

    /** Hands the creators' results in, as their analytics and the shop would. */
    static ExpectedKpis handIn(
            List<Agreed> agreed, CreatorResults results, Submissions submissions, String campaignId) {
        var expected = new ExpectedKpis();
        for (var each : agreed) {
            List<Observed> observed = results.of(each);
            observed.forEach(one -> submissions.handIn(one.id(), campaignId, one.at(), one.event()));
            expected.agreed(each);
            expected.handedIn(observed);
        }
        return expected;
    }
}
