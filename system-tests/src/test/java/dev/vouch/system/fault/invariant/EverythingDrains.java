package dev.vouch.system.fault.invariant;

import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Voice;
import java.util.ArrayList;

/** At rest no group is behind, no event waits for the broker, and none for an earlier one. */
final class EverythingDrains implements Invariant {

    @Override
    public String id() {
        return "I11";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        evidence.lags().forEach((group, lag) -> {
            if (lag != 0) {
                breaches.add(group + " is behind by " + lag);
            }
        });
        for (var voice : Voice.ALL) {
            var waiting = evidence.documents(voice.collection()).stream()
                    .filter(document -> document.containsKey("outboxPending"))
                    .count();
            if (waiting > 0) {
                breaches.add(voice.collection() + " has " + waiting + " documents with unpublished events");
            }
        }
        evidence.collections().forEach((collection, documents) -> {
            var parked = documents.stream()
                    .filter(document -> document.containsKey("parkedPending"))
                    .count();
            if (parked > 0) {
                breaches.add(collection + " has " + parked + " documents that wait for an earlier event");
            }
        });
        return Finding.of(this, breaches, evidence.lags().size() + " groups and all outboxes are at their end");
    }
}
