package dev.vouch.system.bench;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.load.Flood;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/**
 * New profiles are submitted; discovery keeps them and says {@code influencer.updated}, scoring says {@code influencer.scored}.
 * Each round does the same with a copy of the bytes from topic to topic and with bulk upserts of them into the same store, in
 * processes of their own, so that all three meet the same machine at the same time. The first round warms up and does not
 * count.
 */
final class PipelineBench {

    private static final int EVENTS = 20_000;
    private static final int ROUNDS = 4;
    private static final Duration LATENCY_MEASURED = Duration.ofSeconds(30);
    private static final int STEPS_PER_SECOND = 20;

    private final Site site;
    private final Flood flood;
    private final int events;
    private final List<Round> rounds = new ArrayList<>();

    /** Times in nanoseconds, processor time in microseconds. */
    private record Round(
            long updated, long scored, Map<String, Long> cpu, Baseline.Result copy, Baseline.Result upsert) {}

    private PipelineBench(Site site, Flood flood, int events) {
        this.site = site;
        this.flood = flood;
        this.events = events;
    }

    static Map<String, Object> measure(Site site, Options options) throws IOException {
        int events = options.events() == 0 ? EVENTS : options.events();
        int rounds = options.rounds() == 0 ? ROUNDS : options.rounds();
        Baseline.prepare(site.bootstrapServers());
        try (var flood = new Flood(site.bootstrapServers(), new Acknowledged())) {
            var bench = new PipelineBench(site, flood, events);
            for (int n = 0; n <= rounds; n++) {
                var round = bench.round();
                if (n > 0) {
                    bench.rounds.add(round);
                }
            }
            return bench.figures();
        }
    }

    private Round round() throws IOException {
        try (var updated = new TopicWatch(site.bootstrapServers(), Topics.INFLUENCER.name());
                var scored = new TopicWatch(site.bootstrapServers(), Topics.SCORE.name())) {
            var begin = Baseline.ends(site.bootstrapServers(), Topics.PROFILE_SUBMISSIONS.name());
            var cpu = cpu();
            var begun = System.nanoTime();
            var lastScored = CompletableFuture.supplyAsync(
                    () -> scored.awaitCount(events).at());
            flood.profiles(events);
            var lastUpdated = updated.awaitCount(events).at();
            var ended = lastScored.join();
            var after = cpu();
            after.replaceAll((name, micros) -> micros - cpu.get(name));
            var copy = Baseline.run(site, "copy", begin, events);
            var upsert = Baseline.run(site, "upsert", begin, events);
            return new Round(lastUpdated - begun, ended - begun, after, copy, upsert);
        }
    }

    private Map<String, Long> cpu() {
        var cpu = new LinkedHashMap<String, Long>();
        for (var name : List.of("discovery-service", "scoring-service", Site.BROKER, Site.STORE)) {
            if (site.unit(name) != null) {
                cpu.put(name, ProcessFigures.cpuMicros(site.unit(name).pid()));
            }
        }
        return cpu;
    }

    private Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        double updatedPerSecond = perSecond(rounds.stream().mapToLong(Round::updated));
        double scoredPerSecond = perSecond(rounds.stream().mapToLong(Round::scored));
        double copied =
                perSecond(rounds.stream().mapToLong(round -> round.copy().nanos()));
        double upserted =
                perSecond(rounds.stream().mapToLong(round -> round.upsert().nanos()));
        figures.put("eventsPerRound", events);
        figures.put("rounds", rounds.size());
        figures.put("updatedPerSecond", Math.round(updatedPerSecond));
        figures.put("eventsPerSecond", Math.round(scoredPerSecond));
        figures.put("copyPerSecond", Math.round(copied));
        figures.put("bulkUpsertPerSecond", Math.round(upserted));
        figures.put("ratioToCopy", hundredths(updatedPerSecond / copied));
        figures.put("ratioToBulkUpsert", hundredths(updatedPerSecond / upserted));
        figures.put("cpuMicrosPerEvent", cpuPerEvent());
        figures.putAll(latency((int) (scoredPerSecond / 2)));
        return figures;
    }

    private Map<String, Long> cpuPerEvent() {
        var all = new LinkedHashMap<String, Long>();
        rounds.forEach(round -> round.cpu().forEach((name, micros) -> all.merge(name, micros, Long::sum)));
        all.replaceAll((name, micros) -> micros / (long) events / rounds.size());
        all.put("copy", cpuPerEvent(rounds.stream().map(Round::copy).toList()));
        all.put("bulkUpsert", cpuPerEvent(rounds.stream().map(Round::upsert).toList()));
        return all;
    }

    private long cpuPerEvent(List<Baseline.Result> results) {
        return results.stream().mapToLong(Baseline.Result::cpuMicros).sum() / events / results.size();
    }

    /** The median round counts. */
    private double perSecond(LongStream nanos) {
        var sorted = nanos.sorted().toArray();
        return events * 1e9 / sorted[sorted.length / 2];
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** From the moment a submission was due to its score, at half of what was reached; the event's correlation id is the submission's. */
    private Map<String, Object> latency(int perSecond) {
        var due = new ConcurrentHashMap<String, Long>();
        var latencies = new Histogram(3);
        int step = Math.max(1, perSecond / STEPS_PER_SECOND);
        int total = step * STEPS_PER_SECOND * (int) LATENCY_MEASURED.toSeconds();
        try (var scored = new TopicWatch(site.bootstrapServers(), Topics.SCORE.name())) {
            var sending = CompletableFuture.runAsync(() -> {
                long begun = System.nanoTime();
                for (int sent = 0; sent < total; sent += step) {
                    long at = begun + sent / step * (1_000_000_000L / STEPS_PER_SECOND);
                    Pause.of(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
                    flood.observe(step, Topics.PROFILE_SUBMISSIONS, "profile.observed", id -> {
                        due.put(id, at);
                        return Flood.profile("bench-" + id, 12);
                    });
                }
            });
            while (latencies.getTotalCount() < total) {
                for (var record : scored.poll()) {
                    var at = due.remove(TopicWatch.header(record, "ce_correlationid"));
                    if (at != null) {
                        latencies.recordValue((System.nanoTime() - at) / 1000);
                    }
                }
            }
            sending.join();
        }
        return Map.of(
                "latencyAtEventsPerSecond",
                step * STEPS_PER_SECOND,
                "p50Millis",
                latencies.getValueAtPercentile(50) / 1000.0,
                "p99Millis",
                latencies.getValueAtPercentile(99) / 1000.0);
    }
}
