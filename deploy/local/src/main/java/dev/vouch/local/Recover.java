package dev.vouch.local;

import dev.vouch.local.process.CannotStart;
import dev.vouch.local.process.Machine;
import dev.vouch.local.process.Ports;
import dev.vouch.local.recovery.Backup;
import dev.vouch.local.recovery.Databases;
import dev.vouch.local.recovery.EventLog;
import dev.vouch.local.recovery.Rebuild;
import dev.vouch.local.recovery.RecoveryRefused;
import dev.vouch.local.recovery.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code deploy/backup}, {@code deploy/restore} and {@code deploy/rebuild}: what an operator does with the stores while the
 * services are stopped. What of broker and store is embedded is started for it and stopped again.
 */
public final class Recover {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = """
            deploy/backup FILE              writes all documents of all services into FILE
            deploy/restore FILE [--replace] reads them back into empty stores, or in place of what is there
            deploy/rebuild SERVICE          empties the projections of campaign, scoring or outreach; the service fills them
                                            again from the log when it is started

              --data-folder FOLDER  of the embedded installation (default: .vouch)
              --port-offset N       as it was given to deploy/run

            KAFKA_BOOTSTRAP_SERVERS, MONGODB_URI and VOUCH_<SERVICE>_MONGODB_URI count as they do for the services.
            """;

    private final String command;
    private final String object;
    private final boolean replace;
    private final Machine.Plan plan;

    private Recover(String command, String object, boolean replace, Machine.Plan plan) {
        this.command = command;
        this.object = object;
        this.replace = replace;
        this.plan = plan;
    }

    public static void main(String[] given) {
        System.exit(status(List.of(given)));
    }

    private static int status(List<String> given) {
        if (given.contains("--help") || given.contains("-h")) {
            System.out.print(USAGE);
            return 0;
        }
        try {
            parse(given).run();
            return 0;
        } catch (IllegalArgumentException misused) {
            System.err.println(misused.getMessage());
            System.err.print(USAGE);
            return MISUSED;
        } catch (RecoveryRefused | CannotStart refused) {
            System.err.println(refused.getMessage());
            return FAILED;
        } catch (IOException | RuntimeException fault) {
            fault.printStackTrace();
            return FAILED;
        }
    }

    private static Recover parse(List<String> given) {
        Path home =
                Path.of(System.getProperty("vouch.home", ".")).toAbsolutePath().normalize();
        Path dataFolder = home.resolve(".vouch");
        int portOffset = 0;
        boolean replace = false;
        var plain = new ArrayList<String>();
        Deque<String> left = new ArrayDeque<>(given);
        while (!left.isEmpty()) {
            var each = left.pop();
            switch (each) {
                case "--data-folder" ->
                    dataFolder = Path.of(value(each, left)).toAbsolutePath().normalize();
                case "--port-offset" -> portOffset = Integer.parseInt(value(each, left));
                case "--replace" -> replace = true;
                default -> plain.add(each);
            }
        }
        if (plain.size() != 2 || plain.stream().anyMatch(each -> each.startsWith("--"))) {
            throw new IllegalArgumentException("Not understood: " + String.join(" ", given));
        }
        return new Recover(
                plain.get(0),
                plain.get(1),
                replace,
                new Machine.Plan(
                        home,
                        dataFolder,
                        new Ports(portOffset),
                        environment("KAFKA_BOOTSTRAP_SERVERS"),
                        environment("MONGODB_URI"),
                        false,
                        false,
                        Map.of()));
    }

    private static String value(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.pop();
    }

    private static @Nullable String environment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value;
    }

    private void run() throws IOException {
        if (plan.bootstrapServers() != null && plan.databaseUri() != null) {
            work(plan.bootstrapServers(), plan.databaseUri());
            return;
        }
        if (!command.equals("restore") && !Files.isDirectory(plan.dataFolder())) {
            throw new RecoveryRefused("There is no installation in " + plan.dataFolder());
        }
        try (var machine = Machine.of(plan, line -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(machine::close, "shutdown"));
            var installation = machine.start();
            work(installation.bootstrapServers(), installation.databaseUri());
        }
    }

    private void work(String bootstrapServers, String databaseUri) throws IOException {
        var clock = Clock.systemUTC();
        try (var databases = new Databases(databaseUri, System.getenv());
                var log = new EventLog(bootstrapServers)) {
            switch (command) {
                case "backup" -> new Backup(databases, log, clock).to(Path.of(object), System.out::println);
                case "restore" ->
                    new Restore(databases, log, clock).from(Path.of(object), replace, System.out::println);
                case "rebuild" -> new Rebuild(databases, log, clock).of(object, System.out::println);
                default -> throw new IllegalArgumentException(command + " is not a command");
            }
        }
    }
}
