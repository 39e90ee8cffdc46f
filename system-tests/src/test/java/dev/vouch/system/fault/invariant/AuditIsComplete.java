package dev.vouch.system.fault.invariant;

import dev.vouch.system.fault.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Each change of an aggregate has an actor and a time in its history, as many as there were changes, of the newest fifty. */
final class AuditIsComplete implements Invariant {

    private static final int KEPT = 50;

    @Override
    public String id() {
        return "I13";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        var changes = new long[1];
        evidence.collections().forEach((collection, documents) -> {
            for (var document : documents) {
                if (document.containsKey("history")) {
                    var history = document.getList("history", Document.class, List.of());
                    changes[0] += history.size();
                    check(collection + " " + document.getString("_id"), document, history, breaches);
                }
            }
        });
        return Finding.of(this, breaches, changes[0] + " changes with actor and time");
    }

    private static void check(String what, Document document, List<Document> history, ArrayList<String> breaches) {
        var version = document.get("version", Number.class).longValue();
        if (history.size() != Math.min(KEPT, version)) {
            breaches.add(what + " was changed " + version + " times and remembers " + history.size());
        }
        var expected = version - history.size();
        for (var entry : history) {
            expected++;
            var known = entry.get("version") instanceof Number number && number.longValue() == expected;
            var actor = entry.getString("actor");
            if (!known || actor == null || actor.isBlank() || entry.get("at") == null) {
                breaches.add(what + " does not say who made change " + expected + " when");
            }
        }
    }
}
