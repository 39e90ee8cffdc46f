package dev.vouch.system.fault.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** One process under test. Nobody starts it again but the test. It may run already when it is met: then it is not ours to end. */
public final class Unit {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration TO_END = Duration.ofSeconds(20);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final URI address;
    private final BooleanSupplier ready;
    private final BooleanSupplier live;

    private final List<Instant> disturbances = new CopyOnWriteArrayList<>();

    private Path directory = Path.of("");
    private ProcessHandle process;
    private boolean ours = true;

    Unit(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            URI address,
            BooleanSupplier ready,
            BooleanSupplier live) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.address = address;
        this.ready = ready;
        this.live = live;
    }

    /** Takes a process that runs; what is started in its place later belongs to whoever started this one. */
    Unit met(long pid, Path where) {
        process = ProcessHandle.of(pid).orElseThrow(() -> new IllegalArgumentException("there is no process " + pid));
        directory = where;
        ours = false;
        return this;
    }

    /** Whether the test must end it. */
    boolean isOurs() {
        return ours;
    }

    public String name() {
        return name;
    }

    /** Where it answers. */
    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    /** When it ended or stood still. */
    public List<Instant> disturbances() {
        return disturbances;
    }

    /** From its next start on. */
    public void set(String variable, String value) {
        environment.put(variable, value);
    }

    public synchronized void start() {
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            process = builder.directory(directory.toAbsolutePath().toFile())
                    .start()
                    .toHandle();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** As a crash would end it. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(TO_END);
    }

    /** Returns when it has ended by itself, as at a crash point. @return false if it still lives after that time */
    public boolean awaitEnd(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            disturbances.add(Instant.now());
            return true;
        } catch (TimeoutException lives) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to end, as an operator would. */
    public void stop() {
        disturbances.add(Instant.now());
        process.destroy();
        if (!awaitEnd(TO_END)) {
            kill();
        }
    }

    public void restart() {
        start();
        awaitReady();
    }

    /** Lets it stand still without ending it. */
    public void pause() {
        disturbances.add(Instant.now());
        Signal.STOP.sendTo(process.pid());
    }

    public void resume() {
        disturbances.add(Instant.now());
        Signal.CONT.sendTo(process.pid());
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Of the operating system, as {@code /proc} counts them. */
    public int threads() {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid()), "task"))) {
            return (int) threads.count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Whether a watchdog would let it live. */
    public boolean isLive() {
        return isAlive() && live.getAsBoolean();
    }

    public boolean isReady() {
        return isAlive() && ready.getAsBoolean();
    }

    public void awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException(name + " is not ready; its log is " + log);
            }
            Pause.of(Duration.ofMillis(50));
        }
    }
}
