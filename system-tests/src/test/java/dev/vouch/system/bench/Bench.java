package dev.vouch.system.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code deploy/bench}: measures an installation of its own on this machine. */
public final class Bench {

    private static final String USAGE = """
            deploy/bench pipeline|rest|relay|start measures an installation of its own on this machine.

              pipeline        submissions -> influencer.updated -> influencer.scored, beside the baselines of the same run
              rest            latency at a fixed rate of reads and writes
              relay           how fast outboxes that have grown are published
              start           time to the first good answer and memory of each service

              --store WHAT    memory (default: the embedded store's protocol without a disk), embedded, or a MongoDB's URI
              --events N      of a round of the pipeline (default: ten seconds' worth, at most 50000) or of the relay (10000)
              --rounds N      that are measured after the warm-up (default 4; relay 3; 5 starts of each service)
              --rate N        requests per second (default 500)
              --growth        the pipeline at 10000, 100000 and 1000000 known profiles instead (takes longer)
              --json FILE     write the figures for other programs
              --jfr FOLDER    record what the processes do meanwhile, one Flight Recorder file for each

            Each ends within ten minutes. The exit status is 0 when all figures could be taken, 1 when not, 2 for wrong options.
            """;

    static final Map<String, Measurement> ALL = Map.of(
            "pipeline", PipelineBench::measure,
            "rest", RestBench::measure,
            "relay", RelayBench::measure,
            "start", StartBench::measure);

    /** Measures, and answers each figure under a speaking name. */
    interface Measurement {
        Map<String, Object> measure(Site site, Options options) throws IOException;
    }

    private Bench() {}

    public static void main(String[] given) {
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
        try {
            say(Map.of(options.what(), measure(options)), options);
            System.exit(0);
        } catch (IOException | RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static Map<String, Object> measure(Options options) throws IOException {
        var home =
                Path.of(System.getProperty("vouch.home", ".")).toAbsolutePath().normalize();
        var folder = Files.createTempDirectory("vouch-bench");
        try (var site = new Site(home, folder, Map.of(), name -> flags(options), options.store())) {
            Runtime.getRuntime().addShutdownHook(new Thread(site::close, "stop"));
            site.start();
            return ALL.get(options.what()).measure(site, options);
        }
    }

    /** A server's, all of the JVM's compilers: only the start is measured with the short flags of {@code deploy/run}. */
    private static List<String> flags(Options options) {
        return options.what().equals("start") ? List.of() : List.of("-XX:TieredStopAtLevel=4");
    }

    private static void say(Map<String, Object> figures, Options options) throws IOException {
        var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        System.out.println(json.writeValueAsString(figures));
        if (options.json() != null) {
            json.writeValue(options.json().toFile(), figures);
        }
    }
}
