package dev.vouch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vouch.local.result.RunResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
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

    private final List<String> profiles = new ArrayList<>();
    private final List<String> results = new ArrayList<>();
    private final List<String> replies = new ArrayList<>();

    @Test
    void each_process_is_killed_in_the_middle_of_its_work_and_nothing_is_lost_or_done_twice() throws IOException {
        try (var house = House.open(folder);
                var log = new Log(house.installation.bootstrapServers());
                var flood = new Flood(house.installation.bootstrapServers())) {
            var fiveSteps = runInTheBackground(house);

            kill(
                    house,
                    log,
                    profiles,
                    flood::profiles,
                    "discovery-service",
                    "vouch.discovery.profile-submissions",
                    "discovery.intake");
            kill(
                    house,
                    log,
                    profiles,
                    flood::profiles,
                    "scoring-service",
                    "vouch.discovery.influencer",
                    "scoring.scorecard");
            kill(
                    house,
                    log,
                    results,
                    flood::results,
                    "campaign-service",
                    "vouch.campaign.performance-submissions",
                    "campaign.kpi");
            kill(
                    house,
                    log,
                    replies,
                    flood::replies,
                    "outreach-service",
                    "vouch.outreach.reply-submissions",
                    "outreach.conversation");
            kill(
                    house,
                    log,
                    profiles,
                    flood::profiles,
                    "store",
                    "vouch.discovery.profile-submissions",
                    "discovery.intake");
            kill(
                    house,
                    log,
                    profiles,
                    flood::profiles,
                    "broker",
                    "vouch.discovery.profile-submissions",
                    "discovery.intake");

            var result = fiveSteps.join();
            assertThat(result.assigned()).isPositive();
            assertThat(result.committedMinorUnits()).isLessThanOrEqualTo(result.budgetMinorUnits());
            verify(house, log);
        }
    }

    private void verify(House house, Log log) throws IOException {
        try (var verifier = new Verifier(house.installation.databaseUri(), log)) {
            await("everything is worked off")
                    .atMost(PATIENCE)
                    .until(() -> isWorkedOff(log) && verifier.outboxesAreEmpty());
            verifier.noEventIsLost();
            verifier.eventsAreRepeatedUnchangedAndInOrder();
            verifier.noBudgetIsEverExceeded();
            verifier.everySubmissionHasAnOutcome("vouch_discovery", profiles);
            verifier.everySubmissionHasAnOutcome("vouch_campaign", results);
            verifier.everySubmissionHasAnOutcome("vouch_outreach", replies);
        }
        assertThat(MailLog.recipients(house.smtpLog())).isNotEmpty().doesNotHaveDuplicates();
    }

    private static void kill(
            House house,
            Log log,
            List<String> acknowledged,
            IntFunction<List<String>> flood,
            String process,
            String topic,
            String group)
            throws IOException {
        acknowledged.addAll(flood.apply(MANY));
        await(process + " has work left")
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> log.lag(topic, group) > 0);
        house.kill(process);
        await(process + " goes on").atMost(PATIENCE).ignoreExceptions().until(() -> log.lag(topic, group) == 0);
    }

    private static boolean isWorkedOff(Log log) {
        return Map.of(
                        "discovery.intake", "vouch.discovery.profile-submissions",
                        "discovery.matching", "vouch.discovery.influencer",
                        "scoring.scorecard", "vouch.discovery.influencer",
                        "scoring.candidate", "vouch.discovery.longlist",
                        "outreach.contact", "vouch.scoring.shortlist",
                        "outreach.conversation", "vouch.outreach.reply-submissions",
                        "campaign.collaboration", "vouch.outreach.contact",
                        "campaign.kpi", "vouch.campaign.performance-submissions")
                .entrySet()
                .stream()
                .allMatch(reader -> log.lag(reader.getValue(), reader.getKey()) == 0);
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
