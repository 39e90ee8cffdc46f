package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.agent.CrashPoint;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A process stands still in the middle of its work until another has taken over, and then goes on as if nothing had been. For
 * each place of sending a letter, and for the relay.
 */
final class Zombie implements FaultTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Before the ledger's word the other one sends; after it nobody may. */
    private static final List<Integer> BEFORE_THE_LEDGERS_WORD = List.of(16, 17, 18, 19);

    private static final List<Integer> AFTER_IT = List.of(20, 21, 22);
    private static final int RELAY_HAS_READ = 4;

    @Override
    public String id() {
        return "FT-08";
    }

    @Override
    public void run(Trial trial) throws IOException {
        var outreach = trial.site().second("outreach-service");
        var campaign = trial.site().second("campaign-service");
        var instances = Stream.of("outreach-service", "campaign-service")
                .flatMap(service -> trial.site().instances(service).stream())
                .toList();
        trial.infiltrate(instances);
        try {
            var points = BEFORE_THE_LEDGERS_WORD.size() + AFTER_IT.size();
            var contacts = Everyday.of(trial, points).contacts().iterator();
            for (int point : BEFORE_THE_LEDGERS_WORD) {
                takenOver(trial, CrashPoint.of(point), contacts.next(), "SENT");
            }
            for (int point : AFTER_IT) {
                takenOver(trial, CrashPoint.of(point), contacts.next(), "UNKNOWN");
            }
            relay(trial);
        } finally {
            List.of(outreach, campaign).forEach(Unit::stop);
            trial.withdraw(instances);
        }
    }

    private static void takenOver(Trial trial, CrashPoint point, String contact, String expected) throws IOException {
        var zombie = standingStill(trial, point, () -> trial.drill().approve(contact));
        var state = new String[] {""};
        var taken = Pause.until(PATIENCE, () -> {
            state[0] = trial.witness()
                    .find("vouch_outreach.contacts", new Document("_id", contact))
                    .get(0)
                    .get("state", Document.class)
                    .getString("state");
            return state[0].equals(expected);
        });
        zombie.resume();
        trial.say("  point " + point.number() + " " + point.name() + ": taken over as " + state[0]);
        Failed.unless(taken, "at " + point.name() + " the other instance left the contact " + state[0]);
        Failed.unless(Pause.until(PATIENCE, zombie::isReady), zombie.name() + " did not go on");
    }

    /** The zombie has read an outbox and publishes it once more when it goes on. */
    private static void relay(Trial trial) throws IOException {
        var campaign = trial.marketing().draft(100_000);
        var zombie = standingStill(
                trial, CrashPoint.of(RELAY_HAS_READ), () -> trial.marketing().launch(campaign));
        TwoInstances.awaitLaunch(trial, campaign);
        var other = TwoInstances.holder(trial, "campaign");
        trial.marketing().cancel(campaign);
        zombie.resume();
        trial.say("  the relay's lease was taken over");
        Failed.unless(other != zombie, "the zombie still holds the relay's lease");
        Failed.unless(Pause.until(PATIENCE, zombie::isReady), zombie.name() + " did not go on");
    }

    /** Both wait for it at that place; one comes there. */
    private static Unit standingStill(Trial trial, CrashPoint point, Runnable work) throws IOException {
        var instances = trial.site().instances(point.service());
        for (var each : instances) {
            trial.sabotage().armPause(each.name(), point);
        }
        Pause.of(Duration.ofMillis(100)); // the agent looks every 20 ms
        work.run();
        var come = Pause.until(PATIENCE, () -> instances.stream().anyMatch(each -> isHit(trial, each, point)));
        for (var each : instances) {
            trial.sabotage().disarm(each.name());
        }
        var still = instances.stream().filter(each -> isHit(trial, each, point)).toList();
        Failed.unless(come, "nobody came to " + point.name());
        still.stream().skip(1).forEach(Unit::resume);
        return still.get(0);
    }

    private static boolean isHit(Trial trial, Unit unit, CrashPoint point) {
        try {
            return trial.sabotage().wasHit(unit.name(), point);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
