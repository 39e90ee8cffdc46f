package dev.vouch.system.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.vouch.system.fault.invariant.Invariant.Finding;
import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Store;
import dev.vouch.system.fault.trial.FaultTest;
import dev.vouch.system.fault.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code deploy/faults}: makes an installation, does every kind of harm to it, and says which promises it kept. */
public final class Faults {

    private static final String USAGE = """
            deploy/faults does every kind of harm to an installation of its own and checks what it promised.

              --seed N        decides what is left to chance (default: drawn and printed)
              --kills N       of FT-01 (default 30)
              --events N      of FT-01 at least (default 20000)
              --rounds N      of the tests that do one thing again and again (default 10)
              --only FT-xx    this test only; may be given several times
              --mongod-pid N  the process of the MongoDB at MONGODB_URI, to kill and pause it too
              --json FILE     write the result for other programs

            With MONGODB_URI it stores there, in databases that must not exist yet and are dropped at the end; else in the embedded
            store. Without --mongod-pid that MongoDB is left alone, and the tests that would harm it are left out.
            """;

    private static final int FULL_ROUNDS = 10;

    private final Map<String, Finding> invariants = new LinkedHashMap<>();
    private final Map<String, Verdict> tests = new TreeMap<>();

    /** @param detail why it failed; "" if it did not */
    record Verdict(boolean passed, double seconds, String detail) {}

    private record Arguments(Trial.Size size, List<String> only, Path json, Store store) {

        static Arguments parse(List<String> given) {
            long seed = Trial.anySeed();
            int kills = 30;
            int events = 20_000;
            int rounds = FULL_ROUNDS;
            Path json = null;
            long mongod = 0;
            var only = new ArrayList<String>();
            Deque<String> left = new ArrayDeque<>(given);
            while (!left.isEmpty()) {
                var option = left.pop();
                if (left.isEmpty()) {
                    throw new IllegalArgumentException(option + " needs a value");
                }
                switch (option) {
                    case "--seed" -> seed = Long.parseLong(left.pop());
                    case "--kills" -> kills = Integer.parseInt(left.pop());
                    case "--events" -> events = Integer.parseInt(left.pop());
                    case "--rounds" -> rounds = Integer.parseInt(left.pop());
                    case "--only" -> only.add(known(left.pop()));
                    case "--mongod-pid" -> mongod = Long.parseLong(left.pop());
                    case "--json" -> json = Path.of(left.pop());
                    default -> throw new IllegalArgumentException(option + " is not an option");
                }
            }
            return new Arguments(new Trial.Size(seed, kills, events, rounds), only, json, store(mongod));
        }

        private static Store store(long mongod) {
            var uri = System.getenv("MONGODB_URI");
            if (uri == null && mongod != 0) {
                throw new IllegalArgumentException("--mongod-pid needs MONGODB_URI");
            }
            return uri == null ? Store.embedded() : Store.at(uri, mongod);
        }

        private static String known(String id) {
            if (FaultTest.ALL.stream().noneMatch(test -> test.id().equals(id))) {
                throw new IllegalArgumentException(id + " is none of "
                        + FaultTest.ALL.stream().map(FaultTest::id).toList());
            }
            return id;
        }
    }

    public static void main(String[] given) throws IOException {
        System.exit(status(List.of(given)));
    }

    private static int status(List<String> given) throws IOException {
        if (given.contains("--help")) {
            System.out.print(USAGE);
            return 0;
        }
        Arguments arguments;
        try {
            arguments = Arguments.parse(given);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n\n" + USAGE);
            return 2;
        }
        var home =
                Path.of(System.getProperty("vouch.home", ".")).toAbsolutePath().normalize();
        var folder = Files.createTempDirectory("vouch-faults");
        var faults = new Faults();
        System.out.println("seed " + arguments.size().seed() + ", folder " + folder);
        try (var trial = new Trial(home, folder, arguments.store(), arguments.size(), System.out::println)) {
            Runtime.getRuntime().addShutdownHook(new Thread(trial::close, "stop"));
            faults.run(trial, arguments.only());
        }
        if (arguments.json() != null) {
            faults.write(arguments.size(), arguments.json());
        }
        faults.print();
        return faults.passed() ? 0 : 1;
    }

    /** @param only ids; all tests if empty */
    void run(Trial trial, List<String> only) throws IOException {
        for (var test : FaultTest.ALL) {
            if (only.isEmpty() && test.harmsTheStore() && trial.site().unit(Site.STORE) == null) {
                trial.say(test.id() + " is left out: nobody said which process the store is");
            } else if (only.isEmpty() || only.contains(test.id())) {
                trial.say(test.id() + " " + test.getClass().getSimpleName());
                var begun = System.nanoTime();
                var why = attempt(test, trial);
                var findings = trial.findings();
                findings.forEach(this::remember);
                var broken = findings.stream().filter(each -> !each.holds()).toList();
                var detail = broken.isEmpty() ? why : why + " " + broken;
                var seconds = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
                tests.put(test.id(), new Verdict(detail.isEmpty(), seconds, detail));
                trial.say(test.id() + (detail.isEmpty() ? " passed, " : " FAILED, ") + seconds + " s " + detail);
            }
        }
    }

    private static String attempt(FaultTest test, Trial trial) {
        try {
            test.run(trial);
            return "";
        } catch (FaultTest.Failed figure) {
            return String.valueOf(figure.getMessage());
        } catch (Exception broken) {
            broken.printStackTrace();
            return broken.toString();
        }
    }

    /** The first breach of an invariant stays. */
    private void remember(Finding finding) {
        invariants.merge(finding.id(), finding, (before, now) -> before.holds() ? now : before);
    }

    boolean passed() {
        return tests.values().stream().allMatch(Verdict::passed)
                && invariants.values().stream().allMatch(Finding::holds);
    }

    Map<String, Verdict> tests() {
        return tests;
    }

    private void print() {
        invariants
                .values()
                .forEach(each ->
                        System.out.println(each.id() + (each.holds() ? " holds: " : " BROKEN: ") + each.detail()));
        tests.forEach((id, verdict) -> System.out.println(
                id + (verdict.passed() ? " passed, " : " FAILED, ") + verdict.seconds() + " s " + verdict.detail()));
    }

    private void write(Trial.Size size, Path file) throws IOException {
        var result = new LinkedHashMap<String, Object>();
        result.put("seed", size.seed());
        result.put("kills", size.kills());
        result.put("events", size.events());
        var held = new LinkedHashMap<String, Object>();
        invariants.forEach((id, each) -> held.put(id, Map.of("holds", each.holds(), "detail", each.detail())));
        result.put("invariants", held);
        var run = new LinkedHashMap<String, Object>();
        tests.forEach((id, each) -> run.put(id, Map.of("passed", each.passed(), "seconds", each.seconds())));
        result.put("tests", run);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), result);
    }
}
