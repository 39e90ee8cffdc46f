package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * The second instance of each service runs two hours ahead, publishes and sends, and falls back by an hour while it does. Nobody
 * is claimed twice, and the broker takes what it says: times are the store's and the broker's, no machine's.
 */
final class ClockSkew implements FaultTest {

    private static final Duration AHEAD = Duration.ofHours(2);
    private static final Duration STILL_AHEAD = Duration.ofHours(1);
    private static final int PEOPLE = 40;
    private static final int PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "FT-20";
    }

    @Override
    public void run(Trial trial) throws Exception {
        var ahead = startAhead(trial);
        try (var load = trial.load(PER_SECOND)) {
            var letters = CompletableFuture.runAsync(Everyday.of(trial, 6)::approveAndOptOut);
            for (var service : List.of("campaign", "discovery", "scoring", "outreach")) {
                leadOfTheOneAhead(trial, service);
            }
            var campaign = trial.marketing().draft(100_000);
            trial.marketing().launch(campaign);
            TwoInstances.awaitLaunch(trial, campaign);
            for (var unit : ahead) {
                trial.sabotage().skew(unit.name(), STILL_AHEAD);
            }
            var written = ClaimRace.race(trial, PEOPLE);
            letters.join();
            trial.say("  " + load.events() + " events, " + written.size() + " letters");
            Failed.unless(
                    written.size() == new TreeSet<>(written).size() && written.size() == ClaimRace.distinct(PEOPLE),
                    written.size() + " mails to " + new TreeSet<>(written).size() + " people");
        } finally {
            ahead.forEach(Unit::stop);
            trial.withdraw(ahead);
        }
    }

    private static List<Unit> startAhead(Trial trial) throws Exception {
        var ahead = new ArrayList<Unit>();
        for (var service : Site.SERVICES) {
            var unit = trial.site().second(service);
            trial.sabotage().skew(unit.name(), AHEAD);
            ahead.add(unit);
        }
        trial.infiltrate(ahead);
        return ahead;
    }

    /** Whoever publishes for the service dies until it is the one ahead. */
    private static void leadOfTheOneAhead(Trial trial, String service) {
        var ahead = trial.site().second(service + "-service");
        var holder = TwoInstances.holder(trial, service);
        if (holder != ahead) {
            holder.kill();
            var led = Pause.until(PATIENCE, () -> TwoInstances.holder(trial, service) == ahead);
            holder.restart();
            Failed.unless(led, "the " + service + " service's instance that is ahead did not take the lease");
        }
    }
}
