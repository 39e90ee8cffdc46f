package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vouch.local.result.Progress;
import dev.vouch.local.result.RunResult.Imported;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the files in and reads the longlist, as a researcher would. */
final class Researcher {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OCTETS = "application/octet-stream";

    private final Api discovery;
    private final Progress progress;

    Researcher(Services services, Progress progress) {
        this.discovery = services.discovery("researcher");
        this.progress = progress;
    }

    /** Returns when every row of the file has its outcome. */
    JsonNode bringIn(Path file, @Nullable String mapping, @Nullable LocalDate observedAt) {
        var query = new StringBuilder("imports?fileName=")
                .append(Api.encoded(file.getFileName().toString()));
        if (mapping != null) {
            query.append("&mapping=").append(Api.encoded(mapping));
        }
        if (observedAt != null) {
            query.append("&observedAt=").append(observedAt);
        }
        var job = discovery.upload(query.toString(), OCTETS, file);
        var path = "imports/" + job.path("id").asText();
        var done = job.path("alreadyImported").asBoolean() ? job : awaitDone(path);
        say(file, done);
        if (done.path("counts").path("refused").asLong() > 0) {
            sayRefused(path);
        }
        return done;
    }

    static Imported imported(JsonNode profiles, JsonNode posts) {
        return new Imported(
                taken(profiles),
                taken(posts),
                count(profiles, "unchanged") + count(posts, "unchanged"),
                notTaken(profiles) + notTaken(posts));
    }

    /** The longlist, once its build is complete. */
    JsonNode awaitLonglist(String campaignId) {
        return Wait.until(
                "a complete longlist",
                PATIENCE,
                () -> Optional.ofNullable(discovery.find("longlists/" + campaignId))
                        .filter(longlist -> !longlist.path("state").asText().equals("BUILDING")),
                () -> howFar(discovery.find("longlists/" + campaignId)));
    }

    List<JsonNode> entries(String campaignId) {
        return discovery.all("longlists/" + campaignId + "/entries");
    }

    JsonNode influencer(String influencerId) {
        return discovery.get("influencers/" + influencerId);
    }

    private JsonNode awaitDone(String path) {
        var done = Wait.until(
                "the import " + path,
                PATIENCE,
                () -> Optional.of(discovery.get(path)).filter(Researcher::isOver),
                () -> howFarImported(discovery.get(path)));
        if (done.path("state").asText().equals("FAILED")) {
            throw new NotPlayed("the file " + done.path("fileName").asText() + " could not be imported: "
                    + done.path("fault").asText());
        }
        return done;
    }

    private void say(Path file, JsonNode job) {
        progress.say(String.format(
                "%s as %s: %,d created, %,d changed, %,d unchanged, %,d refused%s",
                file.getFileName(),
                job.path("mapping").asText(),
                count(job, "created"),
                count(job, "changed"),
                count(job, "unchanged"),
                notTaken(job),
                job.path("alreadyImported").asBoolean() ? " (known from before)" : ""));
    }

    private void sayRefused(String path) {
        var rows = discovery.all(path + "/rows?outcome=REFUSED");
        var sentences =
                rows.stream().collect(Collectors.groupingBy(Researcher::why, TreeMap::new, Collectors.counting()));
        sentences.forEach((why, count) -> progress.say("  refused: " + count + " x " + why));
    }

    private static String why(JsonNode row) {
        var reason = row.path("reasons").path(0);
        return reason.path("sentence").asText(reason.path("code").asText("no reason"));
    }

    private Object howFarImported(JsonNode job) {
        var counts = job.path("counts");
        long settled = 0;
        for (var count : counts) {
            settled += count.asLong();
        }
        progress.count(
                "rows of " + job.path("fileName").asText(),
                settled,
                job.path("rows").asLong());
        return job.path("state").asText() + counts + job.path("rows");
    }

    private Object howFar(@Nullable JsonNode longlist) {
        if (longlist == null) {
            return "not there yet";
        }
        progress.count("profiles looked at", longlist.path("considered").asLong(), null);
        return longlist.toString();
    }

    private static boolean isOver(JsonNode job) {
        var state = job.path("state").asText();
        return state.equals("DONE") || state.equals("FAILED");
    }

    private static long taken(JsonNode job) {
        return count(job, "created") + count(job, "changed");
    }

    private static long notTaken(JsonNode job) {
        return count(job, "refused") + count(job, "deadLettered");
    }

    private static long count(JsonNode job, String outcome) {
        return job.path("counts").path(outcome).asLong();
    }
}
