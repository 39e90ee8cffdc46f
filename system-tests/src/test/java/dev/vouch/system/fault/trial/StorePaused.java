package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The store stands still for half a minute. Commands are refused, threads do not pile up, and then everything goes on. */
final class StorePaused implements FaultTest {

    private static final Duration PAUSED = Duration.ofSeconds(30);
    private static final Duration TO_BASE = Duration.ofSeconds(60);

    /** A pool may keep some threads for a while. */
    private static final int MORE_THREADS = 25;

    @Override
    public String id() {
        return "FT-07";
    }

    @Override
    public boolean harmsTheStore() {
        return true;
    }

    @Override
    public void run(Trial trial) {
        var store = trial.site().unit(Site.STORE);
        Failed.unless(store != null, "the store is not ours to pause: --mongod-pid names its process");
        var base = threads(trial);
        try (var load = trial.load(200)) {
            Pause.of(Duration.ofSeconds(2));
            store.pause();
            Pause.of(PAUSED);
            var worst = threads(trial);
            store.resume();
            Failed.unless(
                    Pause.until(
                            TO_BASE,
                            () -> Site.SERVICES.stream()
                                    .allMatch(each -> trial.site().unit(each).isReady())),
                    "a service is not ready again");
            trial.say("  " + load.events() + " events, " + load.commands() + " campaigns, threads " + base + " -> "
                    + worst);
        }
        Failed.unless(
                Pause.until(
                        TO_BASE,
                        () -> threads(trial).entrySet().stream()
                                .allMatch(each -> each.getValue() <= base.get(each.getKey()) + MORE_THREADS)),
                "threads piled up: " + base + " -> " + threads(trial));
        var statuses = trial.marketing().client().statuses();
        Failed.unless(
                List.of(500, 502, 504).stream().noneMatch(statuses::containsKey), "answers by status: " + statuses);
    }

    private static Map<String, Integer> threads(Trial trial) {
        return Site.SERVICES.stream()
                .collect(Collectors.toMap(
                        each -> each, each -> trial.site().unit(each).threads()));
    }
}
