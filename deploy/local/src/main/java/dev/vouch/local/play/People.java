package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vouch.local.result.RunResult.Shortlisted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shortlisted people with what discovery knows of each, in the order of the list. */
final class People {

    private final List<JsonNode> entries;
    private final Map<String, JsonNode> profiles = new LinkedHashMap<>();

    private People(List<JsonNode> entries) {
        this.entries = entries;
    }

    static People of(JsonNode shortlist, Researcher researcher) {
        var people = new People(Talk.items(shortlist.path("entries")));
        for (var entry : people.entries) {
            var id = entry.path("influencerId").asText();
            people.profiles.put(id, researcher.influencer(id));
        }
        return people;
    }

    int size() {
        return entries.size();
    }

    Map<String, Long> followers() {
        var followers = new HashMap<String, Long>();
        profiles.forEach((id, profile) -> {
            if (profile.hasNonNull("followers")) {
                followers.put(id, profile.path("followers").asLong());
            }
        });
        return followers;
    }

    Map<String, Long> ceilings() {
        return entries.stream()
                .collect(Collectors.toMap(
                        entry -> entry.path("influencerId").asText(),
                        entry -> entry.path("feeCeilingMinorUnits").asLong()));
    }

    List<Shortlisted> shortlisted(List<Talk> talks, List<JsonNode> collaborations) {
        var talkOf =
                talks.stream().collect(Collectors.toMap(Talk::influencerId, Function.identity(), (one, other) -> one));
        var collaborationOf = new HashMap<String, JsonNode>();
        collaborations.forEach(
                each -> collaborationOf.put(each.path("influencerId").asText(), each));
        var shortlisted = new ArrayList<Shortlisted>();
        for (var entry : entries) {
            var id = entry.path("influencerId").asText();
            shortlisted.add(shortlisted(entry, id, talkOf.get(id), collaborationOf.get(id)));
        }
        return shortlisted;
    }

    private Shortlisted shortlisted(JsonNode entry, String id, @Nullable Talk talk, @Nullable JsonNode collaboration) {
        var agreement = collaboration == null ? null : collaboration.get("agreement");
        var handle = profiles.getOrDefault(id, entry).path("handle");
        return new Shortlisted(
                handle.isTextual() ? handle.asText() : null,
                id,
                followers().get(id),
                entry.path("score").asDouble(),
                Talk.items(entry.path("reasons")).stream()
                        .map(reason -> reason.path("sentence")
                                .asText(reason.path("code").asText()))
                        .toList(),
                talk == null ? null : talk.standing(),
                collaboration == null ? null : collaboration.path("state").asText(),
                agreement == null || agreement.isNull()
                        ? null
                        : agreement.path("feeMinorUnits").asLong());
    }
}
