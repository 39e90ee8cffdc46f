package dev.vouch.system.fault.invariant;

import dev.vouch.system.fault.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Each record that the broker took has an outcome or lies on a dead letter topic; each 2xx answer is in its store. */
final class NothingAcknowledgedIsLost implements Invariant {

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        var setAside = setAside(evidence);
        var outcomes = new HashMap<String, Set<String>>();
        for (var submission : evidence.acknowledged().submissions()) {
            var known = outcomes.computeIfAbsent(
                    submission.database(),
                    database -> versions(evidence, database + ".submissions").keySet());
            if (!known.contains(submission.eventId()) && !setAside.contains(submission.eventId())) {
                breaches.add("submission " + submission.eventId() + " came to no end in " + submission.database());
            }
        }
        var stored = new HashMap<String, Map<String, Long>>();
        for (var change : evidence.acknowledged().changes()) {
            var version = stored.computeIfAbsent(change.collection(), each -> versions(evidence, each))
                    .getOrDefault(change.id(), 0L);
            if (version < change.version()) {
                breaches.add(change.collection() + " " + change.id() + " was acknowledged as version "
                        + change.version() + " and is " + version);
            }
        }
        return Finding.of(
                this,
                breaches,
                evidence.acknowledged().submissions().size() + " submissions and "
                        + evidence.acknowledged().changes().size() + " answers found again");
    }

    private static Set<String> setAside(Evidence evidence) {
        var ids = new HashSet<String>();
        evidence.channels()
                .forEach(channel -> evidence.said(channel.deadLetters()).forEach(said -> ids.add(said.id())));
        return ids;
    }

    private static Map<String, Long> versions(Evidence evidence, String collection) {
        var versions = new HashMap<String, Long>();
        for (var document : evidence.documents(collection)) {
            var version = document.get("version") instanceof Number number ? number.longValue() : 1;
            versions.put(document.getString("_id"), version);
        }
        return versions;
    }
}
