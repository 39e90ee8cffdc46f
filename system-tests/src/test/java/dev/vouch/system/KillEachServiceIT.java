package dev.vouch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.local.result.RunResult;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.evidence.Log;
import dev.vouch.system.fault.invariant.Invariant;
import dev.vouch.system.fault.load.Flood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The chain runs while each of its processes is killed once in the middle of its work. Afterwards nothing that was
 * acknowledged is missing, nobody was written to twice, and no budget was exceeded.
 */
class KillEachServiceIT {

    private static final int MANY = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final Acknowledged acknowledged = new Acknowledged();

    @Test
    void each_process_is_killed_in_the_middle_of_its_work_and_nothing_is_lost_or_done_twice() throws IOException {
        try (var house = House.impatient(folder);
                var log = new Log(house.installation.bootstrapServers());
                var flood = new Flood(house.installation.bootstrapServers(), acknowledged)) {
            var fiveSteps = runInTheBackground(house);

            kill(
                    house,
                    log,
                    flood::profiles,
                    "discovery-service",
                    "vouch.discovery.profile-submissions",
                    "discovery.intake");
            kill(house, log, flood::profiles, "scoring-service", "vouch.discovery.influencer", "scoring.scorecard");
            kill(
                    house,
                    log,
                    flood::results,
                    "campaign-service",
                    "vouch.campaign.performance-submissions",
                    "campaign.kpi");
            kill(
                    house,
                    log,
                    flood::replies,
                    "outreach-service",
                    "vouch.outreach.reply-submissions",
                    "outreach.conversation");
            kill(house, log, flood::profiles, "store", "vouch.discovery.profile-submissions", "discovery.intake");
            kill(house, log, flood::profiles, "broker", "vouch.discovery.profile-submissions", "discovery.intake");

            var result = fiveSteps.join();
            assertThat(result.assigned()).isPositive();
            assertThat(result.committedMinorUnits()).isLessThanOrEqualTo(result.budgetMinorUnits());
            verify(house, acknowledged);
        }
    }

    private static void verify(House house, Acknowledged acknowledged) throws IOException {
        try (var witness = house.witness()) {
            await("everything is worked off").atMost(PATIENCE).until(witness::isQuiet);
            var evidence = witness.collect(acknowledged, house.kills());
            assertThat(evidence.mails()).isNotEmpty();
            assertThat(Invariant.ALL)
                    .allSatisfy(invariant -> assertThat(invariant.check(evidence))
                            .satisfies(finding -> assertThat(finding.holds())
                                    .as(finding.toString())
                                    .isTrue()));
        }
    }

    private static void kill(House house, Log log, IntConsumer flood, String process, String topic, String group)
            throws IOException {
        flood.accept(MANY);
        await(process + " has work left")
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> log.lag(topic, group) > 0);
        house.kill(process);
        await(process + " goes on").atMost(PATIENCE).ignoreExceptions().until(() -> log.lag(topic, group) == 0);
    }

    private static CompletableFuture<RunResult> runInTheBackground(House house) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return house.runSample(House.sampleBrief());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
