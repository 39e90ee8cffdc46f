package dev.vouch.system.bench;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.load.Flood;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;

/**
 * From the moment a submission was due to its score, at a fixed rate whatever the services do: what waits because something
 * stalled counts in full. The score's correlation id is the submission's. The first seconds do not count.
 */
final class Latency {

    private static final Duration LEAD = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int STEPS_PER_SECOND = 50;

    private final int step;
    private final int total;
    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Histogram latencies = new Histogram(3);

    private Latency(int perSecond) {
        step = Math.max(1, perSecond / STEPS_PER_SECOND);
        total = step * STEPS_PER_SECOND * (int) LEAD.plus(MEASURED).toSeconds();
    }

    static Map<String, Object> at(int perSecond, String bootstrapServers) {
        var latency = new Latency(perSecond);
        try (var scored = new TopicWatch(bootstrapServers, Topics.SCORE.name())) {
            long begun = System.nanoTime();
            var sending = CompletableFuture.runAsync(() -> latency.offer(bootstrapServers, begun));
            latency.watch(scored, begun);
            sending.join();
        }
        return latency.figures();
    }

    private void offer(String bootstrapServers, long begun) {
        try (var flood = new Flood(bootstrapServers, new Acknowledged())) {
            for (int sent = 0; sent < total; sent += step) {
                long at = begun + sent / step * (1_000_000_000L / STEPS_PER_SECOND);
                Due.await(at);
                flood.observe(step, Topics.PROFILE_SUBMISSIONS, "profile.observed", id -> {
                    due.put(id, at);
                    return Flood.profile("bench-" + id, 12);
                });
            }
        }
    }

    private void watch(TopicWatch scored, long begun) {
        long measuredFrom = begun + LEAD.toNanos();
        long progress = System.nanoTime();
        for (int seen = 0; seen < total; ) {
            for (var record : scored.poll()) {
                var at = due.remove(TopicWatch.header(record, "ce_correlationid"));
                if (at != null) {
                    seen++;
                    progress = System.nanoTime();
                    if (at >= measuredFrom) {
                        latencies.recordValue((progress - at) / 1000);
                    }
                }
            }
            if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw new IllegalStateException("only " + seen + " of " + total + " submissions were scored");
            }
        }
    }

    private Map<String, Object> figures() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("latencyAtEventsPerSecond", step * STEPS_PER_SECOND);
        figures.put("latencyEvents", latencies.getTotalCount());
        figures.put("p50Millis", latencies.getValueAtPercentile(50) / 1000.0);
        figures.put("p99Millis", latencies.getValueAtPercentile(99) / 1000.0);
        figures.put("maxMillis", latencies.getMaxValue() / 1000.0);
        return figures;
    }
}
