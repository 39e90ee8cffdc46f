package dev.vouch.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Which processes this folder's run started, so that a later one can stop what a crash left behind. A process id alone proves
 * nothing, since ids are given out again: the moment at which the process began must be the recorded one too.
 */
final class ProcessRecords {

    private static final String SUFFIX = ".pid";

    /** The names of those who answer to a launcher stop before what they stand on. */
    private static final List<String> LAST = List.of("mail", "store", "broker");

    private final Path folder;

    ProcessRecords(Path dataFolder) {
        folder = dataFolder.resolve("processes");
    }

    void write(String name, ProcessHandle process) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name + SUFFIX), process.pid() + " " + began(process));
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name + SUFFIX));
    }

    /** The recorded process, if it is still the one that was recorded. */
    Optional<ProcessHandle> running(String name) throws IOException {
        Path file = folder.resolve(name + SUFFIX);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] record = Files.readString(file).strip().split(" ");
        if (record.length != 2) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(record[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> began(process).equals(record[1]));
    }

    private static String began(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    /** Stops what is recorded and still runs, services first, and returns their names. */
    List<String> stopLeftovers(Duration patience) throws IOException {
        var names = new ArrayList<String>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(SUFFIX))
                        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                        .sorted((a, b) -> Integer.compare(LAST.indexOf(a), LAST.indexOf(b)))
                        .forEach(names::add);
            }
        }
        var stopped = new ArrayList<String>();
        for (String name : names) {
            var process = running(name);
            if (process.isPresent()) {
                stop(process.get(), patience);
                stopped.add(name);
            }
            remove(name);
        }
        return stopped;
    }

    static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
        }
    }
}
