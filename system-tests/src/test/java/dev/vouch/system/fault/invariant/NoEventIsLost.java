package dev.vouch.system.fault.invariant;

import dev.vouch.contract.Topic;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Of a history every event is there, 1 to n; of a state the newest; and n is what the document counts. */
final class NoEventIsLost implements Invariant {

    @Override
    public String id() {
        return "I2";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        var documents = 0;
        for (var voice : Voice.ALL) {
            var said = sequences(evidence, voice.topic());
            for (var document : evidence.documents(voice.collection())) {
                documents++;
                var counted = document.get("eventSequence", Number.class).longValue();
                var sequences = said.getOrDefault(document.getString("_id"), new TreeSet<>());
                var complete = voice.topic().kind() == Topic.Kind.HISTORY
                        ? sequences.size() == counted && (counted == 0 || sequences.last() == counted)
                        : counted == (sequences.isEmpty() ? 0 : sequences.last());
                if (!complete
                        && !isSharedWithTheDriver(sequences, counted, evidence, voice, document.getString("_id"))) {
                    breaches.add(voice.topic().name() + " of " + document.getString("_id") + ": the document counts "
                            + counted + ", the topic holds " + sequences);
                }
            }
        }
        return Finding.of(this, breaches, documents + " documents agree with their topics");
    }

    /** A driver of the load may have spoken about the subject before its owner did; then the owner's events must be among them. */
    private static boolean isSharedWithTheDriver(
            TreeSet<Long> sequences, long counted, Evidence evidence, Voice voice, String subject) {
        return counted <= sequences.size()
                && evidence.said(voice.topic().name()).stream()
                        .anyMatch(said -> said.subject().equals(subject) && said.isTheDrivers());
    }

    private static Map<String, TreeSet<Long>> sequences(Evidence evidence, Topic topic) {
        var sequences = new HashMap<String, TreeSet<Long>>();
        for (var said : evidence.said(topic.name())) {
            sequences
                    .computeIfAbsent(said.subject(), subject -> new TreeSet<>())
                    .add(said.sequence());
        }
        return sequences;
    }
}
