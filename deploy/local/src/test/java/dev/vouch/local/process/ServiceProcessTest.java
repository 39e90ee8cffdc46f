package dev.vouch.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private ProcessRecords records;
    private ServiceProcess process;

    @BeforeEach
    void prepare() {
        records = new ProcessRecords(folder);
        process = sleeping("sleeper");
    }

    @AfterEach
    void stop() {
        process.beginStop();
        process.awaitEnd(PATIENCE);
    }

    @Test
    void a_process_that_dies_is_started_again_and_that_is_said() {
        process.start();
        long first = process.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(process.isAlive()).isTrue();
            assertThat(process.pid()).isNotEqualTo(first);
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(said)
                        .anyMatch(line -> line.startsWith("sleeper ended"))
                        .anyMatch(line -> line.equals("sleeper is back")));
    }

    @Test
    void what_it_prints_is_in_its_log() {
        var talker = new ServiceProcess(
                "talker",
                List.of("sh", "-c", "echo out; echo err >&2; sleep 60"),
                Map.of(),
                folder.resolve("logs/talker.log"),
                () -> true,
                records,
                said::add);
        talker.start();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(folder.resolve("logs/talker.log")).content().contains("out", "err"));
        talker.beginStop();
        talker.awaitEnd(PATIENCE);
    }

    @Test
    void what_never_becomes_ready_is_said_with_the_place_of_its_log() {
        var never = new ServiceProcess(
                "never",
                List.of("sleep", "60"),
                Map.of(),
                folder.resolve("never.log"),
                () -> false,
                records,
                said::add);
        never.start();

        assertThatThrownBy(() -> never.awaitReady(Duration.ofMillis(200)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("never.log");
        never.beginStop();
        never.awaitEnd(PATIENCE);
    }

    @Test
    void a_later_run_stops_what_an_earlier_one_left_behind() throws IOException {
        var orphan = sleeping("orphan");
        orphan.start();
        var left = ProcessHandle.of(orphan.pid()).orElseThrow();

        var stopped = new ProcessRecords(folder).stopLeftovers(PATIENCE);

        assertThat(stopped).containsExactly("orphan");
        assertThat(left.onExit()).succeedsWithin(PATIENCE);
        orphan.beginStop();
        orphan.awaitEnd(PATIENCE);
    }

    @Test
    void a_process_that_only_has_the_recorded_id_is_left_alone() throws IOException {
        process.start();
        var file = folder.resolve("processes/sleeper.pid");
        Files.writeString(file, process.pid() + " 2001-01-01T00:00:00Z");

        assertThat(records.stopLeftovers(PATIENCE)).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    private ServiceProcess sleeping(String name) {
        return new ServiceProcess(
                name, List.of("sleep", "600"), Map.of(), folder.resolve(name + ".log"), () -> true, records, said::add);
    }
}
