package dev.vouch.system.bench;

import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that the pipeline is compared with. The sink connector takes what the copy has put on its topic. */
final class Baselines implements AutoCloseable {

    private static final List<Integer> TASKS = List.of(1, 4);

    private final Site site;
    private final Path connectorLibraries = Path.of(System.getProperty("vouch.connect", "missing"));
    private final Map<Integer, SinkConnector> sinks = new LinkedHashMap<>();
    private final Baseline copy;
    private final Baseline upsert;

    Baselines(Site site) throws IOException {
        this.site = site;
        Scratch.prepare(site.bootstrapServers());
        copy = new Baseline(site, BaselineProcess.What.COPY);
        upsert = new Baseline(site, BaselineProcess.What.UPSERT);
    }

    Baseline.Result copy(Map<Integer, Long> begin, int count) {
        return copy.run(begin, count);
    }

    Baseline.Result upsert(Map<Integer, Long> begin, int count) {
        return upsert.run(begin, count);
    }

    /** By the number of its tasks; empty where the connector is not to be had. */
    Map<Integer, Baseline.Result> sink(int count) throws IOException {
        var results = new LinkedHashMap<Integer, Baseline.Result>();
        if (Files.isDirectory(connectorLibraries)) {
            for (int tasks : TASKS) {
                if (!sinks.containsKey(tasks)) {
                    sinks.put(tasks, new SinkConnector(site, connectorLibraries, tasks));
                }
                results.put(tasks, sinks.get(tasks).run(count));
            }
        }
        return results;
    }

    @Override
    public void close() {
        sinks.values().forEach(SinkConnector::close);
        copy.close();
        upsert.close();
    }
}
