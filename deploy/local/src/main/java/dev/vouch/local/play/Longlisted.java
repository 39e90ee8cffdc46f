package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vouch.local.result.RunResult.Listed;
import java.util.ArrayList;

/** An entry of the longlist as the result shows it. */
final class Longlisted {

    private Longlisted() {}

    static Listed of(JsonNode entry) {
        var evidence = new ArrayList<String>();
        for (var topic : entry.path("topics")) {
            evidence.add(topic.path("topic").asText() + " in "
                    + topic.path("postKeys").size() + " posts");
        }
        if (entry.hasNonNull("categoryMatched")) {
            evidence.add("category " + entry.path("categoryMatched").asText());
        }
        var handle = entry.path("handle");
        return new Listed(
                handle.isTextual() ? handle.asText() : null,
                entry.path("influencerId").asText(),
                evidence);
    }
}
