package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.agent.CrashPoint;
import dev.vouch.system.fault.invariant.Invariant.Finding;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Unit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Breaks a rule of the product on purpose, in the running process and not in its code, and returns what the verifier says to it.
 * What is broken stays broken: the installation is of no other use afterwards.
 */
public final class Mutations {

    private static final Duration AGENT_LOOKS = Duration.ofMillis(100);
    private static final int PEOPLE = 4;

    private Mutations() {}

    /** Each event that tells of a change is forgotten, as if it had been published. */
    public static List<Finding> outboxSkipped(Trial trial) throws IOException {
        infiltrated(trial, "campaign-service");
        whileBroken(trial, "campaign-service", "outbox-skipped", () -> {
            trial.marketing().launch(trial.marketing().draft(100_000));
            Pause.until(Duration.ofSeconds(20), trial.witness()::isQuiet);
        });
        return broken(trial);
    }

    /** A person's guard is asked, and its answer ignored. */
    public static List<Finding> guardIgnored(Trial trial) throws Exception {
        var outreach = infiltrated(trial, "outreach-service");
        trial.sabotage().breakRules(outreach.name(), "guard-ignored");
        Pause.of(AGENT_LOOKS);
        ClaimRace.race(trial, PEOPLE);
        trial.sabotage().breakRules(outreach.name());
        return broken(trial);
    }

    /** After a crash between store and publish, what is heard again is not said again. */
    public static List<Finding> lastOutNotRepeated(Trial trial) throws IOException {
        var discovery = infiltrated(trial, "discovery-service");
        trial.sabotage().arm("discovery-service", CrashPoint.of(9));
        Pause.of(AGENT_LOOKS);
        trial.flood().profiles(20);
        FaultTest.Failed.unless(discovery.awaitEnd(Duration.ofSeconds(30)), "the crash point was not reached");
        whileBroken(trial, "discovery-service", "last-out-not-repeated", () -> {
            discovery.restart();
            Pause.until(Duration.ofSeconds(30), trial.witness()::isQuiet);
        });
        return broken(trial);
    }

    private static Unit infiltrated(Trial trial, String service) {
        var unit = trial.site().unit(service);
        trial.infiltrate(List.of(unit));
        return unit;
    }

    private static void whileBroken(Trial trial, String service, String rule, Runnable work) throws IOException {
        trial.sabotage().breakRules(service, rule);
        Pause.of(AGENT_LOOKS);
        work.run();
        trial.sabotage().breakRules(service);
        Pause.of(AGENT_LOOKS);
    }

    private static List<Finding> broken(Trial trial) throws IOException {
        return trial.look().stream().filter(finding -> !finding.holds()).toList();
    }
}
