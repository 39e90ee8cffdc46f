package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Said;
import dev.vouch.system.fault.trial.FaultTest.Failed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;

/** Every document, mail and event is as it was before. */
final class Unchanged {

    /** What only measures time, or counts who looks. */
    private static final List<String> RESTLESS = List.of("leases", "clock");

    private Unchanged() {}

    /** @param documents that there must be at least, or there was nothing to compare */
    static void require(Trial trial, Evidence before, Evidence after, int documents) {
        var now = states(after);
        var differences = differences(states(before), now);
        trial.say("  documents compared: " + now.size() + ", mails: "
                + after.mails().size());
        Failed.unless(now.size() >= documents && !after.mails().isEmpty(), "there was nothing to compare");
        Failed.unless(differences.isEmpty(), "told again, these documents changed: " + differences);
        Failed.unless(before.mails().equals(after.mails()), "told again, mails were sent");
        Failed.unless(ids(before).equals(ids(after)), "told again, new events were said");
    }

    /** Every document of a service, as text. */
    private static Map<String, String> states(Evidence evidence) {
        var states = new TreeMap<String, String>();
        evidence.collections().forEach((collection, documents) -> {
            if (RESTLESS.stream().noneMatch(collection::endsWith)) {
                documents.forEach(each -> states.put(collection + " " + each.get("_id"), canonical(each)));
            }
        });
        return states;
    }

    private static String canonical(Document document) {
        return String.valueOf(new TreeMap<>(document));
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        var differences = new ArrayList<String>();
        after.forEach((id, now) -> {
            var then = before.get(id);
            if (!now.equals(then)) {
                differences.add(id + ": " + then + " -> " + now);
            }
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> differences.add(id + " is gone"));
        return differences.subList(0, Math.min(3, differences.size()));
    }

    private static Map<String, List<String>> ids(Evidence evidence) {
        return ToldTwice.topics().stream()
                .filter(topic -> !topic.endsWith("-submissions"))
                .collect(Collectors.toMap(
                        topic -> topic,
                        topic -> evidence.said(topic).stream()
                                .map(Said::id)
                                .distinct()
                                .sorted()
                                .toList()));
    }
}
