package dev.vouch.system;

import dev.vouch.local.play.FiveSteps;
import dev.vouch.local.play.Options;
import dev.vouch.local.process.Installation;
import dev.vouch.local.process.Machine;
import dev.vouch.local.result.Progress;
import dev.vouch.local.result.RunResult;
import dev.vouch.system.fault.evidence.Witness;
import dev.vouch.system.fault.site.FreePorts;
import dev.vouch.system.fault.site.Timeouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The whole of Vouch in processes of its own, on a folder of its own, for one test class. */
final class House implements AutoCloseable {

    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path SAMPLE = HOME.resolve("deploy/sample");

    private final Path folder;
    private final Machine machine;
    private final List<Instant> kills = new CopyOnWriteArrayList<>();
    final Installation installation;

    private House(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        machine = Machine.of(
                new Machine.Plan(
                        HOME,
                        folder,
                        FreePorts.find(),
                        null,
                        System.getProperty("vouch.test.mongodb"),
                        true,
                        false,
                        settings),
                System.out::println);
        installation = start();
    }

    private Installation start() throws IOException {
        try {
            return machine.start();
        } catch (IOException | RuntimeException failed) {
            machine.close();
            throw failed;
        }
    }

    static House open(Path folder) throws IOException {
        return new House(folder, Map.of());
    }

    /** Whose services do not wait long for one that was killed. */
    static House impatient(Path folder) throws IOException {
        return new House(folder, Timeouts.SHORTENED);
    }

    RunResult runSample(Path brief) throws IOException {
        return run(SAMPLE.resolve("profiles.csv"), SAMPLE.resolve("posts.jsonl"), brief);
    }

    RunResult run(Path profiles, Path posts, Path brief) throws IOException {
        return FiveSteps.run(
                new Options(profiles, posts, brief, null, null, null), installation, new Progress(System.out));
    }

    static Path sampleBrief() {
        return HOME.resolve("deploy/briefs/sample.json");
    }

    /** Ends a process as a crash would; whoever watches it starts it again. */
    void kill(String process) throws IOException {
        var record = Files.readString(folder.resolve("processes").resolve(process + ".pid"));
        kills.add(Instant.now());
        var pid = Long.parseLong(record.strip().split(" ")[0]);
        ProcessHandle.of(pid)
                .filter(ProcessHandle::destroyForcibly)
                .orElseThrow(() -> new IllegalStateException(process + " was not running"));
    }

    List<Instant> kills() {
        return kills;
    }

    /** What the mail server said and heard, one line after the other. */
    String smtpLog() throws IOException {
        return Files.readString(folder.resolve("mail").resolve("smtp.log"));
    }

    Witness witness() {
        return new Witness(
                HOME,
                installation.bootstrapServers(),
                installation.databaseUri(),
                folder.resolve("mail").resolve("smtp.log"));
    }

    @Override
    public void close() {
        machine.close();
    }
}
