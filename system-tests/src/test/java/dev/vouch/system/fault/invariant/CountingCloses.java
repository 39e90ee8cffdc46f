package dev.vouch.system.fault.invariant;

import dev.vouch.contract.Topic;
import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Channels;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** What was handed in is applied, known already or set aside, and what was set aside has its original bytes. */
final class CountingCloses implements Invariant {

    private static final List<Topic> HANDED_IN =
            List.of(Topics.PROFILE_SUBMISSIONS, Topics.REPLY_SUBMISSIONS, Topics.PERFORMANCE_SUBMISSIONS);

    @Override
    public String id() {
        return "I10";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        var setAside = 0;
        for (var channel : evidence.channels()) {
            setAside += evidence.said(channel.deadLetters()).size();
            checkBytes(evidence, channel, breaches);
        }
        var records = 0;
        for (var topic : HANDED_IN) {
            records += evidence.said(topic.name()).size();
            checkOutcomes(evidence, topic, breaches);
        }
        return Finding.of(this, breaches, records + " records came to an end, " + setAside + " of them set aside");
    }

    private static void checkBytes(Evidence evidence, Channels.Channel channel, ArrayList<String> breaches) {
        var originals = new HashMap<String, Said>();
        if (!evidence.said(channel.deadLetters()).isEmpty()) {
            evidence.said(channel.topic()).forEach(said -> originals.put(said.partition() + "/" + said.offset(), said));
        }
        for (var letter : evidence.said(channel.deadLetters())) {
            var where = letter.headers().get("vouch-dlt-partition") + "/"
                    + letter.headers().get("vouch-dlt-offset");
            var original = originals.get(where);
            if (original == null || !Arrays.equals(original.value(), letter.value())) {
                breaches.add(channel.deadLetters() + " holds other bytes than " + channel.topic() + " " + where);
            }
            if (letter.headers().getOrDefault("vouch-dlt-reason", "").isBlank()) {
                breaches.add(channel.deadLetters() + " gives no reason for " + where);
            }
        }
    }

    private static void checkOutcomes(Evidence evidence, Topic topic, ArrayList<String> breaches) {
        var outcomes = new HashSet<String>();
        evidence.documents("vouch_" + topic.service() + ".submissions")
                .forEach(each -> outcomes.add(each.getString("_id")));
        var letters = new HashSet<String>();
        evidence.channels().stream()
                .filter(channel -> channel.topic().equals(topic.name()))
                .flatMap(channel -> evidence.said(channel.deadLetters()).stream())
                .forEach(letter -> letters.add(letter.headers().get("vouch-dlt-partition") + "/"
                        + letter.headers().get("vouch-dlt-offset")));
        for (var said : evidence.said(topic.name())) {
            if (!outcomes.contains(said.id()) && !letters.contains(said.partition() + "/" + said.offset())) {
                breaches.add(topic.name() + " " + said.partition() + "/" + said.offset() + " came to no end");
            }
        }
    }
}
