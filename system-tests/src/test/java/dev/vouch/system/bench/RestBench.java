package dev.vouch.system.bench;

import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.load.Client;
import dev.vouch.system.fault.load.Marketing;
import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Requests at a fixed rate whatever the answers do (an open model); a latency counts from the moment the request was due. Of ten
 * requests seven read a campaign, one reads the first page of the list, two create a campaign. What the driver itself uses, and how
 * late it was, is told beside the figures: it runs on the same processors.
 */
final class RestBench {

    /** At a fifth of the rate, two fifths and so on: a cold service would still be behind with what it was offered at once. */
    private static final int WARM_UP_STEPS = 5;

    private static final Duration WARM_UP_STEP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final int KNOWN = 50;

    private final URI service;
    private final String token;
    private final List<String> campaigns;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger failed = new AtomicInteger();
    private final Histogram sentLate = new Histogram(3);

    private RestBench(URI service, String token, List<String> campaigns) {
        this.service = service;
        this.token = token;
        this.campaigns = campaigns;
    }

    static Map<String, Object> measure(Site site, Options options) throws IOException {
        var tokens = site.folder().resolve("security");
        var service = site.unit("campaign-service").address();
        var marketing = new Marketing(new Client(() -> List.of(service), tokens), new Acknowledged());
        var campaigns = new ArrayList<String>();
        for (int n = 0; n < KNOWN; n++) {
            campaigns.add(marketing.draft(100_000));
        }
        var token = Files.readString(tokens.resolve("campaign-manager.token")).strip();
        var bench = new RestBench(service, token, campaigns);
        for (int step = 1; step <= WARM_UP_STEPS; step++) {
            bench.offer(options.rate() * step / WARM_UP_STEPS, WARM_UP_STEP);
        }
        bench.failed.set(0);
        bench.sentLate.reset();
        var neighbours = new Neighbours();
        var driver = ProcessFigures.cpuMicros(ProcessHandle.current().pid());
        var pid = site.unit("campaign-service").pid();
        var cpu = ProcessFigures.cpuMicros(pid);
        var latencies = bench.offer(options.rate(), MEASURED);
        cpu = ProcessFigures.cpuMicros(pid) - cpu;
        driver = ProcessFigures.cpuMicros(ProcessHandle.current().pid()) - driver;
        var figures = new LinkedHashMap<String, Object>();
        figures.put("requestsPerSecond", options.rate());
        figures.put("requests", latencies.getTotalCount());
        figures.put("failed", bench.failed.get());
        figures.put("p50Millis", latencies.getValueAtPercentile(50) / 1000.0);
        figures.put("p99Millis", latencies.getValueAtPercentile(99) / 1000.0);
        figures.put("maxMillis", latencies.getMaxValue() / 1000.0);
        figures.put("cpuMicrosPerRequest", cpu / latencies.getTotalCount());
        figures.put("driverCpuMicrosPerRequest", driver / latencies.getTotalCount());
        figures.put("driverSentLateP99Millis", bench.sentLate.getValueAtPercentile(99) / 1000.0);
        figures.put("neighboursPercent", neighbours.percent());
        return figures;
    }

    /** @return latencies in microseconds */
    private Histogram offer(int perSecond, Duration howLong) {
        var latencies = new ConcurrentHistogram(3);
        var open = new Phaser(1);
        long begun = System.nanoTime();
        long requests = perSecond * howLong.toSeconds();
        for (long n = 0; n < requests; n++) {
            long due = begun + n * 1_000_000_000L / perSecond;
            Due.await(due);
            sentLate.recordValue((System.nanoTime() - due) / 1000);
            open.register();
            http.sendAsync(request((int) n), BodyHandlers.discarding()).whenComplete((answer, failure) -> {
                latencies.recordValue((System.nanoTime() - due) / 1000);
                if (failure != null || answer.statusCode() >= 300) {
                    failed.incrementAndGet();
                }
                open.arriveAndDeregister();
            });
        }
        open.arriveAndAwaitAdvance();
        return latencies;
    }

    private HttpRequest request(int n) {
        var path = n % 10 == 0 ? "campaigns?limit=20" : "campaigns/" + campaigns.get(n % campaigns.size());
        var request = HttpRequest.newBuilder(service.resolve("/api/v1/" + (n % 10 < 8 ? path : "campaigns")))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token);
        return n % 10 < 8
                ? request.build()
                : request.header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(Marketing.draftBody(100_000)))
                        .build();
    }
}
