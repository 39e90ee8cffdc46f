package dev.vouch.local;

import dev.vouch.local.play.FiveSteps;
import dev.vouch.local.play.NotPlayed;
import dev.vouch.local.play.Options;
import dev.vouch.local.process.CannotStart;
import dev.vouch.local.process.Installation;
import dev.vouch.local.process.Machine;
import dev.vouch.local.process.Ports;
import dev.vouch.local.result.Progress;
import dev.vouch.local.result.ResultJson;
import dev.vouch.local.result.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code deploy/run}: starts Vouch on this machine, plays the five steps on a data set, shows what came of it. */
public final class Run {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Arguments arguments;
    private final Progress progress;
    private final Machine machine;

    private Run(Arguments arguments, Path home) {
        this.arguments = arguments;
        progress = new Progress(System.out);
        var plan = new Machine.Plan(
                home,
                arguments.dataFolder(),
                new Ports(arguments.portOffset()),
                environment("KAFKA_BOOTSTRAP_SERVERS"),
                environment("MONGODB_URI"),
                !arguments.infra(),
                arguments.fresh(),
                Map.of());
        machine = Machine.of(plan, progress::say);
    }

    private static @Nullable String environment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value;
    }

    public static void main(String[] given) {
        Path home =
                Path.of(System.getProperty("vouch.home", ".")).toAbsolutePath().normalize();
        System.exit(status(List.of(given), home));
    }

    private static int status(List<String> given, Path home) {
        if (given.contains("--help") || given.contains("-h")) {
            System.out.print(Arguments.USAGE);
            return 0;
        }
        try {
            var arguments = Arguments.parse(given, home);
            if (arguments.stop()) {
                return stop(arguments.dataFolder());
            }
            new Run(arguments, home).run();
            return 0;
        } catch (Arguments.Wrong | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println();
            System.err.print(Arguments.USAGE);
            return MISUSED;
        } catch (CannotStart | NotPlayed e) {
            System.err.println(e.getMessage());
            return FAILED;
        } catch (IOException | RuntimeException e) {
            e.printStackTrace();
            return FAILED;
        }
    }

    private static int stop(Path dataFolder) throws IOException {
        var stopped = Machine.stop(dataFolder);
        System.out.println(stopped.isEmpty() ? "Nothing of " + dataFolder + " runs." : "Stopped: " + stopped);
        return 0;
    }

    private void run() throws IOException {
        requireFiles();
        var shutdown = new Thread(machine::close, "shutdown");
        Runtime.getRuntime().addShutdownHook(shutdown);
        try (machine) {
            var installation = machine.start();
            if (arguments.infra()) {
                sayVariables();
            } else {
                runSteps(installation);
                sayPlaces(installation);
            }
            if (!arguments.exit()) {
                serveUntilStopped();
            }
        }
    }

    private void runSteps(Installation installation) throws IOException {
        var options = new Options(
                arguments.profiles(),
                arguments.posts(),
                arguments.brief(),
                arguments.observedAt(),
                arguments.profileMapping(),
                arguments.postMapping());
        var result = FiveSteps.run(options, installation, progress);
        new ResultTable(System.out).print(result);
        if (arguments.json() != null) {
            ResultJson.write(result, arguments.json());
            progress.say("result written to " + arguments.json());
        }
    }

    private void requireFiles() {
        if (!arguments.infra()) {
            for (Path file : List.of(arguments.profiles(), arguments.posts(), arguments.brief())) {
                if (!Files.isReadable(file)) {
                    throw new CannotStart("There is no file " + file);
                }
            }
        }
    }

    private void sayVariables() {
        System.out.println();
        System.out.println("# for quarkus:dev in another terminal");
        machine.variables().forEach((name, value) -> System.out.println("export " + name + "=" + value));
        System.out.println("export VOUCH_SECURITY_SERVICE_TOKEN_FILE=" + arguments.dataFolder()
                + "/security/scoring-service.token");
    }

    private void sayPlaces(Installation installation) {
        System.out.println();
        for (var service : List.of(
                installation.campaign(), installation.discovery(), installation.scoring(), installation.outreach())) {
            System.out.println(service + "   " + service + "/q/swagger-ui");
        }
        var mail = installation.mail();
        System.out.println("broker  " + installation.bootstrapServers());
        System.out.println("store   " + installation.databaseUri());
        System.out.println("mail    smtp " + mail.host() + ":" + mail.smtpPort() + ", imap " + mail.host() + ":"
                + mail.imapPort() + " (any user, any password)");
        System.out.println("tokens  " + installation.securityDirectory() + "/<role>.token");
        System.out.println("logs    " + arguments.dataFolder().resolve("logs"));
    }

    private void serveUntilStopped() {
        System.out.println();
        System.out.println("Serving until Ctrl-C.");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
