package dev.vouch.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One process of the installation: started, watched, started again when it dies, and stopped. Restarts wait 1, 2, 4 ... 30
 * seconds; who ran for a minute begins anew.
 */
final class ServiceProcess {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration STABLE = Duration.ofMinutes(1);
    private static final int LAST_LINES = 8;
    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * Ctrl-C reaches the whole group of processes. These leave it to the launcher, which stops them in order; a JVM keeps a
     * signal ignored that was ignored when it began.
     */
    private static final List<String> IGNORING_CTRL_C = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final ScheduledExecutorService RESTARTS = Executors.newScheduledThreadPool(1, task -> {
        var thread = new Thread(task, "restarts");
        thread.setDaemon(true);
        return thread;
    });

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final BooleanSupplier ready;
    private final ProcessRecords records;
    private final Consumer<String> say;

    private @Nullable Process process;
    private long startedAt;
    private int failures;
    private boolean stopping;

    /** @param ready whether the process can be used, asked again and again */
    ServiceProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            BooleanSupplier ready,
            ProcessRecords records,
            Consumer<String> say) {
        this.name = name;
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.ready = ready;
        this.records = records;
        this.say = say;
    }

    String name() {
        return name;
    }

    synchronized void start() {
        if (stopping) {
            return;
        }
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var line = new ArrayList<>(IGNORING_CTRL_C);
            line.addAll(command);
            var builder = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var started = builder.start();
            startedAt = System.nanoTime();
            process = started;
            records.write(name, started.toHandle());
            var unused = started.onExit().thenAccept(this::ended);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    private synchronized void ended(Process dead) {
        if (stopping || dead != process) {
            return;
        }
        if (System.nanoTime() - startedAt > STABLE.toNanos()) {
            failures = 0;
        }
        long pause = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(failures, 30));
        failures++;
        say.accept(name + " ended with status " + dead.exitValue() + "; starting it again in " + pause + " s (log: "
                + log + ")");
        var unused = RESTARTS.schedule(this::startAgain, pause, TimeUnit.SECONDS);
    }

    private void startAgain() {
        try {
            start();
            RESTARTS.execute(this::sayWhenReady);
        } catch (RuntimeException e) {
            say.accept(String.valueOf(e.getMessage()));
        }
    }

    private void sayWhenReady() {
        if (ready.getAsBoolean()) {
            say.accept(name + " is back");
        } else if (isAlive()) {
            var unused = RESTARTS.schedule(this::sayWhenReady, 1, TimeUnit.SECONDS);
        }
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    synchronized long pid() {
        return process == null ? 0 : process.pid();
    }

    /** @throws CannotStart if it is not usable in time, or dies before */
    void awaitReady(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (hasFailed()) {
                throw new CannotStart(name + " ends again and again. " + lastWords());
            }
            if (System.nanoTime() > deadline) {
                throw new CannotStart(name + " is not ready after " + patience.toSeconds() + " s. " + lastWords());
            }
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("interrupted while " + name + " started", e);
            }
        }
    }

    private synchronized boolean hasFailed() {
        return failures > 1 && !isAlive();
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "Its log " + log + " ends with:\n  " + String.join("\n  ", last);
        } catch (IOException unreadable) {
            return "Its log may say why: " + log;
        }
    }

    /** Asks it to end; {@link #awaitEnd} waits. */
    synchronized void beginStop() {
        stopping = true;
        if (process != null) {
            process.destroy();
        }
    }

    void awaitEnd(Duration patience) {
        Process last;
        synchronized (this) {
            last = process;
        }
        if (last != null) {
            ProcessRecords.stop(last.toHandle(), patience);
        }
        try {
            records.remove(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
