package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.vouch.local.result.Progress;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The played approver: reads what scoring proposes and releases it to outreach. */
final class Approver {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Api scoring;
    private final Progress progress;

    Approver(Services services, Progress progress) {
        this.scoring = services.scoring("approver");
        this.progress = progress;
    }

    /** The shortlist, once everybody on the longlist has a score. */
    JsonNode awaitProposal(String campaignId) {
        return Wait.until(
                "a proposed shortlist",
                PATIENCE,
                () -> Optional.ofNullable(scoring.find("shortlists/" + campaignId))
                        .filter(shortlist -> !shortlist.path("state").asText().equals("WAITING")),
                () -> howFar(scoring.find("shortlists/" + campaignId)));
    }

    JsonNode approve(JsonNode shortlist) {
        var campaignId = shortlist.path("campaignId").asText();
        if (shortlist.path("state").asText().equals("APPROVED")) {
            progress.say("the shortlist was approved before, by "
                    + shortlist.path("approvedBy").asText());
            return shortlist;
        }
        if (shortlist.path("entries").isEmpty()) {
            progress.say("nobody is on the shortlist: there is nothing to approve");
            return shortlist;
        }
        var key = "approve-" + shortlist.path("revision").asText();
        var approved = scoring.post("shortlists/" + campaignId + "/approval", key, MissingNode.getInstance());
        progress.played("approver", "releases " + approved.path("entries").size() + " people to outreach");
        return approved;
    }

    /** Candidates of the campaign that have a score. */
    long scored(String campaignId) {
        return scoring.all("candidates?campaign=" + campaignId).stream()
                .filter(candidate -> candidate.hasNonNull("score"))
                .count();
    }

    private Object howFar(@Nullable JsonNode shortlist) {
        if (shortlist == null) {
            return "not there yet";
        }
        var done = shortlist.path("progress");
        var expected =
                done.hasNonNull("expected") ? Long.valueOf(done.path("expected").asLong()) : null;
        progress.count("candidates with a score", done.path("scored").asLong(), expected);
        return done.toString();
    }
}
