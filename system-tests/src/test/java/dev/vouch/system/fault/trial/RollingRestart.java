package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.load.Client;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Unit;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Two of each service, each asked to end and started again one after the other. Whoever asks the other instance is answered. */
final class RollingRestart implements FaultTest {

    private static final Map<String, String> READ = Map.of(
            "discovery-service", "influencers?limit=1",
            "scoring-service", "metrics",
            "campaign-service", "campaigns?limit=1",
            "outreach-service", "templates?limit=1");
    private static final int ROUNDS_A_TURN = 3;

    @Override
    public String id() {
        return "FT-03";
    }

    @Override
    public void run(Trial trial) {
        var seconds = TwoInstances.startSeconds(trial);
        var clients = Site.SERVICES.stream().collect(Collectors.toMap(each -> each, trial::client));
        var asked = new AtomicInteger();
        var ending = new AtomicBoolean();
        try (var load = trial.load(100)) {
            var before = trial.marketing().client().answeredByNobody();
            var asking = CompletableFuture.runAsync(() -> {
                while (!ending.get()) {
                    READ.forEach((service, path) -> clients.get(service).get("viewer", path));
                    asked.addAndGet(READ.size());
                    Pause.of(Duration.ofMillis(20));
                }
            });
            for (int turn = 0; turn < Math.max(1, trial.size().rounds() / ROUNDS_A_TURN); turn++) {
                for (var service : Site.SERVICES) {
                    for (var unit : trial.site().instances(service)) {
                        unit.stop();
                        unit.restart();
                    }
                }
            }
            ending.set(true);
            asking.join();
            trial.say("  " + asked + " reads, " + load.commands() + " commands, " + load.events() + " events");
            var failed = trial.marketing().client().answeredByNobody()
                    - before
                    + clients.values().stream()
                            .mapToInt(Client::answeredByNobody)
                            .sum();
            Failed.unless(failed == 0, failed + " requests were answered by neither instance");
        } finally {
            ending.set(true);
            seconds.forEach(Unit::stop);
        }
    }
}
