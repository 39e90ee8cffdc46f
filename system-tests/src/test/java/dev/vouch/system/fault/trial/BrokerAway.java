package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import java.time.Duration;

/** The broker is killed and stopped in turn. Commands need only the store and go on. */
final class BrokerAway implements FaultTest {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    @Override
    public String id() {
        return "FT-04";
    }

    @Override
    public void run(Trial trial) {
        var broker = trial.site().unit(Site.BROKER);
        try (var load = trial.load(200)) {
            for (int round = 0; round < trial.size().rounds(); round++) {
                Pause.of(Duration.ofMillis(1_000 + trial.random().nextInt(1_000)));
                if (round % 2 == 0) {
                    broker.kill();
                } else {
                    broker.stop();
                }
                var asked = System.nanoTime();
                trial.marketing().draft(100_000);
                var took = Duration.ofNanos(System.nanoTime() - asked);
                Failed.unless(
                        took.compareTo(LONGEST_ANSWER) < 0,
                        "a command without a broker took " + took.toMillis() + " ms");
                broker.restart();
            }
            trial.say("  " + load.events() + " events, " + load.commands() + " campaigns");
        }
    }
}
