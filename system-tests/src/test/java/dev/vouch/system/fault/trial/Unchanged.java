package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Said;
import dev.vouch.system.fault.trial.FaultTest.Failed;
import java.io.IOException;
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

    private static final int MOST_LOOKS = 10;

    private Unchanged() {}

    /** What is there as soon as two looks in a row find the same: a timer may still be at work when all topics are read. */
    static Evidence settled(Trial trial) throws IOException {
        var before = trial.evidence();
        for (int look = 1; look < MOST_LOOKS; look++) {
            var after = trial.evidence();
            if (newlySaid(before, after).isEmpty()
                    && differences(states(before), states(after)).isEmpty()) {
                return after;
            }
            before = after;
        }
        throw new Failed("the installation does not come to rest");
    }

    /** @param documents that there must be at least, or there was nothing to compare */
    static void require(Trial trial, Evidence before, Evidence after, int documents) {
        var now = states(after);
        var differences = differences(states(before), now);
        trial.say("  documents compared: " + now.size() + ", mails: "
                + after.mails().size());
        Failed.unless(now.size() >= documents && !after.mails().isEmpty(), "there was nothing to compare");
        Failed.unless(differences.isEmpty(), "told again, these documents changed: " + differences);
        Failed.unless(before.mails().equals(after.mails()), "told again, mails were sent");
        Failed.unless(newlySaid(before, after).isEmpty(), "told again, new events: " + newlySaid(before, after));
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

    private static List<String> newlySaid(Evidence before, Evidence after) {
        var said = new ArrayList<String>();
        for (var topic : ToldTwice.topics()) {
            var known = before.said(topic).stream().map(Said::id).collect(Collectors.toSet());
            after.said(topic).stream()
                    .filter(each -> !known.contains(each.id()))
                    .forEach(each -> said.add(each.type() + " " + each.subject() + " " + each.sequence()));
        }
        return said.subList(0, Math.min(3, said.size()));
    }
}
