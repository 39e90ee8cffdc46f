package dev.vouch.system.fault.trial;

import dev.vouch.local.platform.Topics;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;

/** A fifth of all that was handed in comes again in another order, then every topic from its beginning. */
final class ToldTwice implements FaultTest {

    /** What only measures time, or counts who looks. */
    private static final List<String> RESTLESS = List.of("leases", "clock");

    @Override
    public String id() {
        return "FT-10";
    }

    @Override
    public void run(Trial trial) throws IOException {
        var before = trial.evidence();
        again(trial, before);
        var after = trial.evidence();
        var differences = differences(states(before), states(after));
        trial.say("  documents compared: " + states(after).size());
        Failed.unless(differences.isEmpty(), "told twice, these documents changed: " + differences);
        Failed.unless(before.mails().equals(after.mails()), "told twice, mails were sent");
        Failed.unless(ids(before).equals(ids(after)), "told twice, new events were said");
    }

    private static void again(Trial trial, Evidence before) {
        for (var topic : topics()) {
            var said = before.said(topic).stream().map(ToldTwice::copy).toList();
            if (topic.endsWith("-submissions")) {
                var shuffled = said.stream()
                        .filter(each -> trial.random().nextInt(5) == 0)
                        .collect(Collectors.toCollection(ArrayList::new));
                Collections.shuffle(shuffled, trial.random());
                trial.flood().again(shuffled);
            }
            trial.flood().again(said);
        }
    }

    private static List<String> topics() {
        return Topics.ofContract().names().stream()
                .filter(topic -> !topic.endsWith(".dlt"))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> copy(Said said) {
        var record = new ProducerRecord<>(
                said.topic(), said.partition(), said.key().getBytes(StandardCharsets.UTF_8), said.value());
        said.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
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
        return topics().stream()
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
