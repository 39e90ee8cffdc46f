package dev.vouch.local.process;

import dev.vouch.local.platform.Broker;
import dev.vouch.local.platform.EmbeddedDatabase;
import dev.vouch.local.platform.LocalIssuer;
import dev.vouch.local.platform.MailServer;
import dev.vouch.local.platform.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that runs for one data folder: broker, store and mail server, and the services on top of them. */
public final class Machine implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(3);
    private static final String LAUNCHER = "launcher";
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-XX:+ExitOnOutOfMemoryError");

    /**
     * What to start and where.
     *
     * @param home the folder of the source tree, below which the services' jars are
     * @param bootstrapServers an own broker's address; null for the embedded one
     * @param databaseUri an own MongoDB; null for the embedded store
     * @param fresh forget what earlier runs kept in the data folder
     * @param settings environment variables of every service beyond its surroundings, e.g. shorter time-outs
     */
    public record Plan(
            Path home,
            Path dataFolder,
            Ports ports,
            @Nullable String bootstrapServers,
            @Nullable String databaseUri,
            boolean services,
            boolean fresh,
            Map<String, String> settings) {

        Environment environment() {
            return new Environment(
                    bootstrapServers == null ? "127.0.0.1:" + ports.broker() : bootstrapServers,
                    databaseUri == null ? "mongodb://127.0.0.1:" + ports.store() : databaseUri,
                    ports,
                    dataFolder);
        }

        Path logs() {
            return dataFolder.resolve("logs");
        }
    }

    private final Plan plan;
    private final Environment environment;
    private final ProcessRecords records;
    private final Consumer<String> say;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PROBE_PATIENCE).build();
    private final List<ServiceProcess> infrastructure = new ArrayList<>();
    private final List<ServiceProcess> services = new ArrayList<>();
    private @Nullable FolderLock lock;

    private Machine(Plan plan, Consumer<String> say) {
        this.plan = plan;
        this.environment = plan.environment();
        this.records = new ProcessRecords(plan.dataFolder());
        this.say = say;
    }

    /** Nothing runs yet; {@link #start} starts it and {@link #close} stops whatever was started. */
    public static Machine of(Plan plan, Consumer<String> say) {
        return new Machine(plan, say);
    }

    /**
     * Returns when everything is ready.
     *
     * @throws CannotStart with the reason, if it is one that a person can do something about
     */
    public Installation start() throws IOException {
        synchronized (this) {
            lock = FolderLock.take(plan.dataFolder());
            var leftovers = records.stopLeftovers(STOP_PATIENCE);
            if (!leftovers.isEmpty()) {
                say.accept("stopped what an earlier run left behind: " + String.join(", ", leftovers));
            }
            Ports.requireFree(
                    plan.ports().needed(plan.bootstrapServers() == null, plan.databaseUri() == null, plan.services()));
            if (plan.fresh()) {
                forget();
            }
            records.write(LAUNCHER, ProcessHandle.current());
            mintTokens();
            startInfrastructure();
            if (plan.services()) {
                startServices();
            }
        }
        infrastructure.forEach(process -> process.awaitReady(START_PATIENCE));
        var created = Topics.ofContract().createOn(environment.bootstrapServers());
        say.accept("broker, store and mail are ready" + (created.isEmpty() ? "" : ", topics made: " + created.size()));
        services.forEach(process -> process.awaitReady(START_PATIENCE));
        return environment.installation();
    }

    /** Now and every day: tokens expire, and a run may not. */
    private void mintTokens() throws IOException {
        LocalIssuer.in(environment.securityDirectory(), Clock.systemUTC());
        var daily = new Timer("tokens", true);
        daily.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        try {
                            LocalIssuer.in(environment.securityDirectory(), Clock.systemUTC());
                        } catch (IOException e) {
                            say.accept("the tokens could not be renewed: " + e.getMessage());
                        }
                    }
                },
                TimeUnit.DAYS.toMillis(1),
                TimeUnit.DAYS.toMillis(1));
    }

    /** What {@code quarkus:dev} must be told to use this broker, store and mail server. */
    public Map<String, String> variables() {
        return environment.shared();
    }

    private void forget() throws IOException {
        for (String folder : List.of("broker", "store", "mail", "logs")) {
            Path old = plan.dataFolder().resolve(folder);
            if (Files.isDirectory(old)) {
                try (var files = Files.walk(old)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        if (plan.bootstrapServers() != null || plan.databaseUri() != null) {
            say.accept("--fresh leaves your own broker and database as they are");
        }
    }

    private void startInfrastructure() {
        Path data = plan.dataFolder();
        var ports = plan.ports();
        if (plan.databaseUri() == null) {
            say.accept(
                    "store: embedded, for trying Vouch out, up to about 100,000 profiles (MONGODB_URI names a MongoDB)");
            infrastructure.add(process(
                    "store",
                    ownClass("-Xmx384m", EmbeddedDatabase.class, data.resolve("store"), ports.store()),
                    Map.of(),
                    () -> Ports.answers(ports.store())));
        } else {
            say.accept("store: the MongoDB of MONGODB_URI");
        }
        if (plan.bootstrapServers() == null) {
            infrastructure.add(process(
                    "broker",
                    ownClass("-Xmx320m", Broker.class, data.resolve("broker"), ports.broker(), ports.controller()),
                    Map.of(),
                    () -> Ports.answers(ports.broker())));
        } else {
            say.accept("broker: " + plan.bootstrapServers());
        }
        infrastructure.add(process(
                "mail",
                ownClass("-Xmx96m", MailServer.class, data.resolve("mail"), ports.smtp(), ports.imap()),
                Map.of(),
                () -> Ports.answers(ports.smtp()) && Ports.answers(ports.imap())));
        infrastructure.forEach(ServiceProcess::start);
    }

    private void startServices() {
        var ports = plan.ports();
        services.add(service("discovery-service", ports.discovery(), "-Xmx320m"));
        services.add(service("scoring-service", ports.scoring(), "-Xmx224m"));
        services.add(service("campaign-service", ports.campaign(), "-Xmx160m"));
        services.add(service("outreach-service", ports.outreach(), "-Xmx160m"));
        services.forEach(ServiceProcess::start);
    }

    private ServiceProcess service(String name, int port, String heap) {
        var built = new PackagedService(plan.home(), name);
        built.requireBuilt();
        var probe = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
        var told = environment.of(name, port);
        told.putAll(plan.settings());
        return process(name, built.command(java(heap)), told, () -> isUp(probe));
    }

    private List<String> ownClass(String heap, Class<?> main, Object... arguments) {
        var command = java(heap);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    private static List<String> java(String heap) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms32m", heap));
        command.addAll(SMALL);
        return command;
    }

    private ServiceProcess process(
            String name, List<String> command, Map<String, String> variables, BooleanSupplier ready) {
        return new ServiceProcess(name, command, variables, plan.logs().resolve(name + ".log"), ready, records, say);
    }

    private boolean isUp(URI probe) {
        try {
            var request = HttpRequest.newBuilder(probe).timeout(PROBE_PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Services first, so that nobody loses what they stand on while they finish. */
    @Override
    public synchronized void close() {
        if (lock == null) {
            return;
        }
        stop(services);
        stop(infrastructure);
        try {
            records.remove(LAUNCHER);
            lock.close();
            lock = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(List<ServiceProcess> processes) {
        processes.forEach(ServiceProcess::beginStop);
        processes.forEach(process -> process.awaitEnd(STOP_PATIENCE));
    }

    /** Ends a run of this folder from outside, and whatever a crashed one left behind; returns what was stopped. */
    public static List<String> stop(Path dataFolder) throws IOException {
        var records = new ProcessRecords(dataFolder);
        var stopped = new ArrayList<String>();
        if (FolderLock.isTaken(dataFolder)) {
            var launcher = records.running(LAUNCHER);
            if (launcher.isEmpty()) {
                throw new CannotStart(
                        "The folder " + dataFolder + " is in use, but not by a run of Vouch that it knows");
            }
            ProcessRecords.stop(launcher.get(), STOP_PATIENCE.multipliedBy(3));
            stopped.add(LAUNCHER);
        }
        stopped.addAll(records.stopLeftovers(STOP_PATIENCE));
        return stopped;
    }
}
