package dev.vouch.system.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code deploy/bench}: measures an installation of its own on this machine. */
public final class Bench {

    private static final String USAGE = """
            deploy/bench pipeline|rest|relay|start measures an installation of its own on this machine.

              pipeline        submissions -> influencer.updated -> influencer.scored, beside two baselines of the same run
              rest            latency at a fixed rate of reads and writes
              relay           how fast an outbox that has grown is published
              start           time to the first good answer and memory of each service

              --store WHAT    memory (default: the embedded store's protocol without a disk), embedded, or a MongoDB's URI
              --events N      of a round of the pipeline, or of the relay (default 20000, 3000)
              --rounds N      (default 4; 10 starts of each service)
              --rate N        requests per second (default 500)
              --json FILE     write the figures for other programs
            """;

    private static final Map<String, Measurement> ALL = Map.of(
            "pipeline", PipelineBench::measure,
            "rest", RestBench::measure,
            "relay", RelayBench::measure,
            "start", StartBench::measure);

    /** Measures, and answers each figure under a speaking name. */
    interface Measurement {
        Map<String, Object> measure(Site site, Options options) throws IOException;
    }

    /** @param events 0 for the measurement's own default; so is {@code rounds} */
    record Options(String what, Store store, int events, int rounds, int rate, Path json) {

        static Options parse(List<String> given) {
            Deque<String> left = new ArrayDeque<>(given);
            var what = left.isEmpty() ? "" : left.pop();
            if (!ALL.containsKey(what)) {
                throw new IllegalArgumentException("what is to be measured: one of " + ALL.keySet());
            }
            var store = MemoryStore.store();
            int events = 0;
            int rounds = 0;
            int rate = 500;
            Path json = null;
            while (!left.isEmpty()) {
                var option = left.pop();
                if (left.isEmpty()) {
                    throw new IllegalArgumentException(option + " needs a value");
                }
                switch (option) {
                    case "--store" -> store = store(left.pop());
                    case "--events" -> events = Integer.parseInt(left.pop());
                    case "--rounds" -> rounds = Integer.parseInt(left.pop());
                    case "--rate" -> rate = Integer.parseInt(left.pop());
                    case "--json" -> json = Path.of(left.pop());
                    default -> throw new IllegalArgumentException(option + " is not an option");
                }
            }
            return new Options(what, store, events, rounds, rate, json);
        }

        private static Store store(String what) {
            return switch (what) {
                case "memory" -> MemoryStore.store();
                case "embedded" -> Store.embedded();
                default -> Store.at(what);
            };
        }
    }

    private Bench() {}

    public static void main(String[] given) throws IOException {
        if (List.of(given).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(List.of(given));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n\n" + USAGE);
            System.exit(2);
            return;
        }
        var home =
                Path.of(System.getProperty("vouch.home", ".")).toAbsolutePath().normalize();
        var folder = Files.createTempDirectory("vouch-bench");
        var figures = new LinkedHashMap<String, Object>();
        try (var site = new Site(home, folder, Map.of(), name -> List.of(), options.store())) {
            Runtime.getRuntime().addShutdownHook(new Thread(site::close, "stop"));
            site.start();
            figures.put(options.what(), ALL.get(options.what()).measure(site, options));
        }
        var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        System.out.println(json.writeValueAsString(figures));
        if (options.json() != null) {
            json.writeValue(options.json().toFile(), figures);
        }
    }
}
