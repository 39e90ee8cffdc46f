package dev.vouch.system.fault.trial;

import dev.vouch.local.play.FiveSteps;
import dev.vouch.local.play.Options;
import dev.vouch.local.result.Progress;
import dev.vouch.local.result.RunResult;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** One of the four services is killed at a random moment, again and again, while the five steps are played and more is handed in. */
final class KillAtRandom implements FaultTest {

    private static final int PER_SECOND = 400;
    private static final int PEOPLE = 8;
    private static final Duration COMES_UP = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "FT-01";
    }

    @Override
    public void run(Trial trial) {
        var everyday = Everyday.of(trial, PEOPLE);
        var steps = CompletableFuture.supplyAsync(() -> play(trial));
        var letters = CompletableFuture.runAsync(everyday::approveAndOptOut);
        try (var load = trial.load(PER_SECOND, trial.size().events())) {
            for (int kill = 1; kill <= trial.size().kills(); kill++) {
                Pause.of(Duration.ofMillis(300 + trial.random().nextInt(1_000)));
                var victim = victim(trial);
                victim.kill();
                victim.start();
                if (kill % 10 == 0) {
                    trial.say("  " + kill + " kills, " + load.events() + " events, " + load.commands() + " campaigns");
                    Site.SERVICES.forEach(each -> trial.site().unit(each).awaitReady());
                }
            }
            Site.SERVICES.forEach(each -> trial.site().unit(each).awaitReady());
            Failed.unless(
                    Pause.until(
                            Duration.ofMinutes(5),
                            () -> load.events() >= trial.size().events()),
                    "only " + load.events() + " events were handed in");
        }
        letters.join();
        var result = steps.join();
        Failed.unless(result.assigned() > 0, "nobody was assigned in the end");
    }

    /** One of those that have come up since their last kill: another would be killed before it could do any harm. */
    private static Unit victim(Trial trial) {
        var found = new ArrayList<Unit>();
        Failed.unless(
                Pause.until(COMES_UP, () -> {
                    Site.SERVICES.stream()
                            .map(trial.site()::unit)
                            .filter(Unit::isReady)
                            .forEach(found::add);
                    return !found.isEmpty();
                }),
                "no service came up again");
        return found.get(trial.random().nextInt(found.size()));
    }

    private static RunResult play(Trial trial) {
        var sample = trial.home().resolve("deploy/sample");
        var options = new Options(
                sample.resolve("profiles.csv"),
                sample.resolve("posts.jsonl"),
                trial.home().resolve("deploy/briefs/sample.json"),
                null,
                null,
                null);
        var unread = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        try {
            return FiveSteps.run(options, trial.site().installation(), new Progress(unread));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
