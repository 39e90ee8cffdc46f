package dev.vouch.system.fault.trial;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.site.Pause;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** The dead letter topic takes nothing. Poison waits, nothing behind it is lost, and all of it arrives when the topic is back. */
final class DeadLettersAway implements FaultTest {

    private static final String LETTERS = "vouch.discovery.profile-submissions.discovery.intake.dlt";
    private static final String LARGEST = "max.message.bytes";
    private static final int POISON = 20;
    private static final Duration AWAY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String id() {
        return "FT-14";
    }

    @Override
    public void run(Trial trial) throws ExecutionException, InterruptedException {
        var settings = new Properties();
        settings.put("bootstrap.servers", trial.site().bootstrapServers());
        try (var admin = Admin.create(settings)) {
            var usual = largest(admin);
            largest(admin, "1");
            var letters = letters(trial);
            for (int i = 0; i < POISON; i++) {
                poison(trial);
            }
            trial.flood().profiles(100);
            Pause.of(AWAY);
            Failed.unless(letters(trial) == letters, "a topic that takes nothing holds letters");
            Failed.unless(trial.site().unit("discovery-service").isLive(), "discovery did not survive");
            largest(admin, usual);
            Failed.unless(
                    Pause.until(PATIENCE, () -> letters(trial) == letters + POISON),
                    "of " + POISON + " poison records only " + (letters(trial) - letters)
                            + " lie among the dead letters");
            trial.say("  " + POISON + " poison records waited for their topic");
        }
    }

    private static void poison(Trial trial) {
        trial.flood()
                .raw(
                        Topics.PROFILE_SUBMISSIONS,
                        UUID.randomUUID().toString(),
                        UUID.randomUUID().toString(),
                        "profile.observed",
                        "{".getBytes(StandardCharsets.UTF_8),
                        Map.of());
    }

    private static long letters(Trial trial) {
        return trial.witness().log().read(LETTERS).stream()
                .map(each -> each.headers().get("vouch-dlt-partition") + "/"
                        + each.headers().get("vouch-dlt-offset"))
                .distinct()
                .count();
    }

    private static String largest(Admin admin) throws ExecutionException, InterruptedException {
        var topic = topic();
        return admin.describeConfigs(List.of(topic))
                .all()
                .get()
                .get(topic)
                .get(LARGEST)
                .value();
    }

    private static void largest(Admin admin, String bytes) throws ExecutionException, InterruptedException {
        var change = new AlterConfigOp(new ConfigEntry(LARGEST, bytes), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(topic(), List.of(change))).all().get();
    }

    private static ConfigResource topic() {
        return new ConfigResource(ConfigResource.Type.TOPIC, LETTERS);
    }
}
