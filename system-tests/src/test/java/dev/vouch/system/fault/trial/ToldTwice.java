package dev.vouch.system.fault.trial;

import dev.vouch.local.platform.Topics;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Said;
import dev.vouch.system.fault.site.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A fifth of all that was handed in comes again in another order, then every topic from its beginning. */
final class ToldTwice implements FaultTest {

    private static final int PER_SECOND = 300;
    static final int EVENTS = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "FT-10";
    }

    @Override
    public void run(Trial trial) throws IOException {
        somethingToTell(trial);
        var before = Unchanged.settled(trial);
        var told = again(trial, before);
        trial.say("  " + told + " records told twice");
        Failed.unless(told >= EVENTS, "there was nothing to tell twice");
        Unchanged.require(trial, before, trial.evidence(), EVENTS);
    }

    static void somethingToTell(Trial trial) {
        try (var load = trial.load(PER_SECOND, EVENTS)) {
            var everyday = Everyday.of(trial, 4);
            everyday.approveAndOptOut();
            var first = everyday.contacts().get(0);
            Failed.unless(Pause.until(PATIENCE, () -> everyday.isSent(first)), "a letter did not go out");
            trial.drill().reply(first, "Ja, gerne! Ich nehme 90 Euro.");
            trial.drill().collaborations(2, 1_000, 10_000).forEach(trial.drill()::agree);
            Failed.unless(Pause.until(PATIENCE, () -> load.events() >= EVENTS), "the load was not handed in");
        }
    }

    /** @return how many records */
    private static int again(Trial trial, Evidence before) {
        var told = 0;
        for (var topic : topics()) {
            var said = before.said(topic).stream().map(ToldTwice::copy).toList();
            if (topic.endsWith("-submissions")) {
                var shuffled = said.stream()
                        .filter(each -> trial.random().nextInt(5) == 0)
                        .collect(Collectors.toCollection(ArrayList::new));
                Collections.shuffle(shuffled, trial.random());
                trial.flood().again(shuffled);
                told += shuffled.size();
            }
            trial.flood().again(said);
            told += said.size();
        }
        return told;
    }

    static List<String> topics() {
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
}
