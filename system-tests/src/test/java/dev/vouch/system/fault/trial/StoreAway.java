package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The store is killed and stopped in turn. Commands are refused for the moment, and none that was answered is gone. */
final class StoreAway implements FaultTest {

    @Override
    public String id() {
        return "FT-06";
    }

    @Override
    public boolean harmsTheStore() {
        return true;
    }

    @Override
    public void run(Trial trial) throws IOException {
        var store = trial.site().unit(Site.STORE);
        Failed.unless(store != null, "the store is not ours to kill: --mongod-pid names its process");
        var campaigns = trial.site().unit("campaign-service");
        try (var load = trial.load(200)) {
            for (int round = 0; round < trial.size().rounds(); round++) {
                Pause.of(Duration.ofMillis(1_000 + trial.random().nextInt(1_000)));
                if (round % 2 == 0) {
                    store.kill();
                } else {
                    store.stop();
                }
                var answer = trial.marketing()
                        .client()
                        .once(campaigns.address(), "GET", "campaign-manager", "campaigns?limit=1", "", "");
                Failed.unless(answer.status() == 503, "without a store the answer is " + answer);
                store.restart();
            }
            trial.say("  " + load.events() + " events, " + load.commands() + " campaigns");
        }
        var statuses = trial.marketing().client().statuses();
        Failed.unless(
                List.of(500, 502, 504).stream().noneMatch(statuses::containsKey), "answers by status: " + statuses);
        Site.SERVICES.forEach(each -> Failed.unless(
                Pause.until(
                        Duration.ofSeconds(30), () -> trial.site().unit(each).isReady()),
                each + " is not ready again"));
    }
}
