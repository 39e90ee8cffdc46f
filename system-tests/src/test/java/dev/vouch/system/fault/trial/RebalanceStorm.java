package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.site.Pause;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** Another member joins each group of the submissions and leaves it again, over and over. The work goes on all the same. */
final class RebalanceStorm implements FaultTest {

    private record Group(String topic, String name) {}

    private static final List<Group> GROUPS = List.of(
            new Group("vouch.discovery.profile-submissions", "discovery.intake"),
            new Group("vouch.outreach.reply-submissions", "outreach.conversation"),
            new Group("vouch.campaign.performance-submissions", "campaign.kpi"));

    /** Of what was handed in meanwhile. */
    private static final double APPLIED = 0.3;

    @Override
    public String id() {
        return "FT-25";
    }

    @Override
    public void run(Trial trial) {
        try (var load = trial.load(200)) {
            var before = outcomes(trial);
            for (int round = 0; round < trial.size().rounds(); round++) {
                GROUPS.parallelStream().forEach(group -> CrashPoints.joinAndLeave(trial, group.topic(), group.name()));
                Pause.of(Duration.ofMillis(500));
            }
            var applied = outcomes(trial) - before;
            trial.say("  " + load.events() + " events, " + applied + " of them applied during the storm");
            Failed.unless(
                    applied >= APPLIED * load.events(),
                    "of " + load.events() + " events only " + applied + " were applied during the storm");
        }
    }

    private static long outcomes(Trial trial) {
        return List.of("discovery", "outreach", "campaign").stream()
                .mapToLong(service -> trial.witness()
                        .find("vouch_" + service + ".submissions", new Document())
                        .size())
                .sum();
    }
}
