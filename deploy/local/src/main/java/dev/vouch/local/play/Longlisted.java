package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vouch.local.result.RunResult.Listed;

/** An entry of the longlist as the result shows it. */
final class Longlisted {

    private Longlisted() {}

    static Listed of(JsonNode entry) {
        var handle = entry.path("handle");
        return new Listed(
                handle.isTextual() ? handle.asText() : null,
                entry.path("influencerId").asText(),
                Talk.items(entry.path("evidence")).stream()
                        .map(reason -> reason.path("sentence")
                                .asText(reason.path("code").asText()))
                        .toList());
    }
}
