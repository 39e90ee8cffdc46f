package dev.vouch.system.fault.site;

import dev.vouch.local.platform.Broker;
import dev.vouch.local.platform.LocalIssuer;
import dev.vouch.local.platform.MailServer;
import dev.vouch.local.platform.Topics;
import dev.vouch.local.process.Installation;
import dev.vouch.local.process.Machine;
import dev.vouch.local.process.PackagedService;
import dev.vouch.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All of Vouch in processes of their own, each of which can be killed, paused, doubled and started again. Unlike the launcher's,
 * these are not started again by themselves: when and how long something is away is what a fault test decides.
 */
public final class Site implements AutoCloseable {

    public static final List<String> SERVICES =
            List.of("discovery-service", "scoring-service", "campaign-service", "outreach-service");
    public static final String STORE = "store";
    public static final String BROKER = "broker";
    public static final String MAIL = "mail";

    private static final List<String> SMALL = List.of(
            "-Xms32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-XX:+ExitOnOutOfMemoryError");
    private static final Map<String, String> HEAP = Map.of(
            "discovery-service", "-Xmx320m",
            "scoring-service", "-Xmx224m",
            "campaign-service", "-Xmx160m",
            "outreach-service", "-Xmx160m");
    private static final Duration PROBE = Duration.ofSeconds(2);

    private final Path home;
    private final Path folder;
    private final Ports ports = FreePorts.find();
    private final Map<String, String> shared;
    private final GivenMongo given;
    private final Map<String, String> settings;
    private final Function<String, List<String>> jvmOptions;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PROBE).build();

    /**
     * @param settings environment variables of every service, e.g. shorter time-outs
     * @param jvmOptions of the process of that name, e.g. an agent
     */
    public Site(
            Path home,
            Path folder,
            Map<String, String> settings,
            Function<String, List<String>> jvmOptions,
            Store store) {
        this.home = home;
        this.folder = folder;
        this.settings = settings;
        this.jvmOptions = jvmOptions;
        shared = Machine.of(new Machine.Plan(home, folder, ports, null, store.uri(), true, true, Map.of()), line -> {})
                .variables();
        given = store.uri() == null ? null : new GivenMongo(store.uri());
        if (given == null) {
            add(STORE, own(STORE, store.heap(), store.main(), ports.store()), ports.store());
        } else if (store.pid() != 0) {
            add(given, store);
        }
        add(BROKER, own(BROKER, List.of("-Xmx320m"), Broker.class, ports.broker(), ports.controller()), ports.broker());
        add(MAIL, own(MAIL, List.of("-Xmx96m"), MailServer.class, ports.smtp(), ports.imap()), ports.smtp());
        service("discovery-service", "discovery-service", ports.discovery());
        service("scoring-service", "scoring-service", ports.scoring());
        service("campaign-service", "campaign-service", ports.campaign());
        service("outreach-service", "outreach-service", ports.outreach());
    }

    /** Returns when everything is ready; stops what it started if that fails. */
    public void start() throws IOException {
        try {
            startAll();
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void startAll() throws IOException {
        if (given != null) {
            given.requireEmpty();
        }
        Files.createDirectories(folder);
        LocalIssuer.in(folder.resolve("security"), Clock.systemUTC());
        var infrastructure =
                units.keySet().stream().filter(name -> !SERVICES.contains(name)).toList();
        infrastructure.stream().map(this::unit).filter(Unit::isOurs).forEach(Unit::start);
        infrastructure.forEach(name -> unit(name).awaitReady());
        Topics.ofContract().createOn(bootstrapServers());
        SERVICES.forEach(name -> unit(name).start());
        SERVICES.forEach(name -> unit(name).awaitReady());
    }

    public Unit unit(String name) {
        return units.get(name);
    }

    /** Another instance of a service beside the first; not started yet. */
    public Unit second(String service) {
        var name = service + "-2";
        if (!units.containsKey(name)) {
            service(name, service, FreePorts.second(unit(service).address().getPort()));
        }
        return unit(name);
    }

    /** All instances of a service that were made so far. */
    public List<Unit> instances(String service) {
        return units.values().stream()
                .filter(unit -> unit.name().startsWith(service))
                .toList();
    }

    public String bootstrapServers() {
        return shared.get("KAFKA_BOOTSTRAP_SERVERS");
    }

    public String databaseUri() {
        return shared.get("MONGODB_URI");
    }

    public Path folder() {
        return folder;
    }

    public Path smtpLog() {
        return folder.resolve("mail").resolve("smtp.log");
    }

    /** As the played people are told of it. */
    public Installation installation() {
        return new Installation(
                unit("campaign-service").address(),
                unit("discovery-service").address(),
                unit("scoring-service").address(),
                unit("outreach-service").address(),
                bootstrapServers(),
                databaseUri(),
                new Installation.Mail(MailServer.HOST, ports.smtp(), ports.imap()),
                folder.resolve("security"),
                folder);
    }

    private void service(String name, String service, int port) {
        var command = java(List.of(HEAP.get(service)));
        command.addAll(jvmOptions.apply(name));
        var environment = new LinkedHashMap<>(shared);
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put(
                "VOUCH_SECURITY_SERVICE_TOKEN_FILE",
                folder.resolve("security").resolve(service + ".token").toString());
        environment.put("MP_JWT_VERIFY_ISSUER", LocalIssuer.ISSUER);
        environment.putAll(settings);
        var address = URI.create("http://127.0.0.1:" + port);
        var probe = address.resolve("/q/health/ready");
        var liveness = address.resolve("/q/health/live");
        units.put(
                name,
                new Unit(
                        name,
                        new PackagedService(home, service).command(command),
                        environment,
                        log(name),
                        address,
                        () -> isUp(probe),
                        () -> isUp(liveness)));
    }

    private void add(String name, List<String> command, int port) {
        units.put(
                name,
                new Unit(
                        name,
                        command,
                        new LinkedHashMap<>(),
                        log(name),
                        URI.create("tcp://127.0.0.1:" + port),
                        () -> Ports.answers(port),
                        () -> Ports.answers(port)));
    }

    private void add(GivenMongo mongo, Store store) {
        units.put(
                STORE,
                new Unit(
                                STORE,
                                GivenMongo.commandOf(store.pid()),
                                new LinkedHashMap<>(),
                                log(STORE),
                                URI.create(store.uri()),
                                mongo::isReady,
                                mongo::isReady)
                        .met(store.pid(), GivenMongo.folderOf(store.pid())));
    }

    private Path log(String name) {
        return folder.resolve("logs").resolve(name + ".log");
    }

    private List<String> own(String name, List<String> heap, Class<?> main, int... ports) {
        var command = java(heap);
        command.addAll(jvmOptions.apply(name));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.resolve(name).toString()));
        for (int port : ports) {
            command.add(Integer.toString(port));
        }
        return command;
    }

    private static List<String> java(List<String> heap) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(heap);
        return command;
    }

    private boolean isUp(URI probe) {
        try {
            var request = HttpRequest.newBuilder(probe).timeout(PROBE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isService(Unit unit) {
        return SERVICES.stream().anyMatch(unit.name()::startsWith);
    }

    /** Services first, so that nobody loses what they stand on while they finish. */
    @Override
    public void close() {
        var alive = units.values().stream().filter(Unit::isAlive).toList();
        alive.parallelStream().filter(Site::isService).forEach(Unit::stop);
        alive.parallelStream().filter(Unit::isOurs).filter(Unit::isAlive).forEach(Unit::stop);
        if (given != null) {
            given.close();
        }
    }
}
