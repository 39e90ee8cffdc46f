package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import java.time.Duration;
import java.util.List;

/** The broker stands still, once for longer than a producer waits. Commands go on, and nobody takes the services for dead. */
final class BrokerPaused implements FaultTest {

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final Duration EACH = Duration.ofSeconds(1);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

    @Override
    public String id() {
        return "FT-05";
    }

    @Override
    public void run(Trial trial) {
        var broker = trial.site().unit(Site.BROKER);
        try (var load = trial.load(200)) {
            for (var pause : PAUSES) {
                broker.pause();
                try {
                    goOn(trial, pause);
                } finally {
                    broker.resume();
                }
                Failed.unless(
                        Pause.until(
                                Duration.ofSeconds(60),
                                () -> Site.SERVICES.stream()
                                        .allMatch(
                                                each -> trial.site().unit(each).isReady())),
                        "a service is not ready again");
            }
            trial.say("  " + load.events() + " events, " + load.commands() + " campaigns");
        }
    }

    private static void goOn(Trial trial, Duration pause) {
        var until = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < until) {
            var asked = System.nanoTime();
            trial.marketing().draft(100_000);
            var took = Duration.ofNanos(System.nanoTime() - asked);
            Failed.unless(
                    took.compareTo(LONGEST_ANSWER) < 0, "a command without a broker took " + took.toMillis() + " ms");
            Site.SERVICES.forEach(
                    each -> Failed.unless(trial.site().unit(each).isLive(), each + " takes itself for dead"));
            Pause.of(EACH);
        }
    }
}
