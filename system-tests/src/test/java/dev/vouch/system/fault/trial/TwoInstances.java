package dev.vouch.system.fault.trial;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Onlooker;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Unit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;

/**
 * Two of each service, one of which is killed again and again. An outside consumer, which reads along all the time, misses no
 * event and hears each subject's in order; a dead relay's work is taken over.
 */
final class TwoInstances implements FaultTest {

    /** A lease hangs for ten seconds before it is taken, and is looked at every two. */
    static final Duration TAKEN_OVER = Duration.ofSeconds(15);

    private static final int PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "FT-22";
    }

    @Override
    public void run(Trial trial) throws Exception {
        var seconds = startSeconds(trial);
        try (var onlooker = new Onlooker(trial.site().bootstrapServers())) {
            var everyday = Everyday.of(trial, 6);
            var letters = CompletableFuture.runAsync(everyday::approveAndOptOut);
            try (var load = trial.load(PER_SECOND)) {
                var took = takeOver(trial);
                trial.say("  a dead relay's work was taken over within " + took.toMillis() + " ms");
                for (int round = 0; round < trial.size().rounds(); round++) {
                    var service = Site.SERVICES.get(trial.random().nextInt(Site.SERVICES.size()));
                    var victim =
                            trial.site().instances(service).get(trial.random().nextInt(2));
                    victim.kill();
                    Pause.of(Duration.ofMillis(500 + trial.random().nextInt(2_000)));
                    victim.restart();
                }
                letters.join();
                trial.say("  " + load.events() + " events, " + load.commands() + " campaigns");
            }
            Pause.until(PATIENCE, trial.witness()::isQuiet);
            Failed.unless(Pause.until(PATIENCE, onlooker::hasHeardAll), "the onlooker is not told everything");
            trial.say("  the onlooker heard " + onlooker.heard() + " events");
            Failed.unless(onlooker.complaints().isEmpty(), "the onlooker complains: " + onlooker.complaints());
        } finally {
            seconds.forEach(Unit::stop);
        }
    }

    static List<Unit> startSeconds(Trial trial) {
        var seconds = Site.SERVICES.stream().map(trial.site()::second).toList();
        seconds.forEach(Unit::start);
        seconds.forEach(Unit::awaitReady);
        return seconds;
    }

    /** How long an event waits whose relay died. */
    private static Duration takeOver(Trial trial) {
        var holder = holder(trial, "campaign");
        holder.kill();
        var died = System.nanoTime();
        var campaign = trial.marketing().draft(100_000);
        trial.marketing().launch(campaign);
        awaitLaunch(trial, campaign);
        var took = Duration.ofNanos(System.nanoTime() - died);
        Failed.unless(holder(trial, "campaign") != holder, "nobody took the lease of a dead relay");
        holder.restart();
        return took;
    }

    /** Whose relay publishes. */
    static Unit holder(Trial trial, String service) {
        var lease = trial.witness().find("vouch_" + service + ".leases", new Document("_id", "relay"));
        var holder = lease.get(0).getString("holder");
        var port = Integer.parseInt(holder.substring(holder.lastIndexOf(':') + 1));
        return trial.site().instances(service + "-service").stream()
                .filter(each -> each.address().getPort() == port)
                .findFirst()
                .orElseThrow();
    }

    static void awaitLaunch(Trial trial, String campaign) {
        Failed.unless(
                Pause.until(
                        TAKEN_OVER,
                        () -> trial.witness().log().read(Topics.CAMPAIGN.name()).stream()
                                .anyMatch(said -> said.subject().equals(campaign))),
                "an event waits longer than " + TAKEN_OVER + " for another relay");
    }
}
