package dev.vouch.system.fault.invariant;

import dev.vouch.contract.Topic;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;

/** Whoever repeats an event repeats its bytes, and nothing of a service's overtakes what came before it. */
final class SameIdSameBytes implements Invariant {

    @Override
    public String id() {
        return "I7";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        var events = 0;
        var repeated = 0;
        for (var topic : Voice.topics()) {
            var first = new HashMap<String, byte[]>();
            var highest = new HashMap<String, Long>();
            for (var said : evidence.said(topic.name())) {
                events++;
                var before = first.putIfAbsent(said.id(), said.value());
                if (before != null) {
                    repeated++;
                    if (!Arrays.equals(before, said.value())) {
                        breaches.add(topic.name() + " " + said.id() + " was said again with other bytes");
                    }
                }
                var last = highest.getOrDefault(said.subject(), 0L);
                if (topic.kind() == Topic.Kind.HISTORY && said.sequence() > last + 1 && !said.isTheDrivers()) {
                    breaches.add(topic.name() + " of " + said.subject() + ": " + said.sequence() + " follows " + last);
                }
                highest.merge(said.subject(), said.sequence(), Math::max);
            }
        }
        return Finding.of(this, breaches, events + " events, " + repeated + " of them repetitions");
    }
}
