package dev.vouch.system.bench;

import dev.vouch.system.fault.site.Site;
import dev.vouch.system.fault.site.Unit;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Each service started alone, with broker and store running: until a person's request to its interface is answered well. The first
 * start of each does not count; it reads the jars from the disk.
 */
final class StartBench {

    private static final int STARTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(10);

    /** Which every service has, and which reads its store. */
    private static final String REQUEST = "/api/v1/gaps";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final String token;

    /** @param cpuMillis processor time until then */
    private record Start(long millis, long cpuMillis, long residentMebibytes, long proportionalMebibytes) {}

    private StartBench(String token) {
        this.token = token;
    }

    static Map<String, Object> measure(Site site, Options options) throws IOException {
        var bench = new StartBench(
                Files.readString(site.folder().resolve("security/admin.token")).strip());
        Site.SERVICES.forEach(name -> site.unit(name).stop());
        var figures = new LinkedHashMap<String, Object>();
        var neighbours = new Neighbours();
        for (var name : Site.SERVICES) {
            bench.start(site.unit(name));
            var starts = new ArrayList<Start>();
            for (int n = 0; n < options.roundsOr(STARTS); n++) {
                starts.add(bench.start(site.unit(name)));
            }
            figures.put(name, figures(starts));
        }
        figures.put("neighboursPercent", neighbours.percent());
        return figures;
    }

    private static Map<String, Object> figures(List<Start> starts) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("starts", starts.size());
        figures.put("firstAnswerMillisMedian", median(starts, Start::millis));
        figures.put(
                "firstAnswerMillisWorst",
                starts.stream().mapToLong(Start::millis).max().orElseThrow());
        figures.put("cpuMillisMedian", median(starts, Start::cpuMillis));
        figures.put("residentMebibytesMedian", median(starts, Start::residentMebibytes));
        figures.put("proportionalMebibytesMedian", median(starts, Start::proportionalMebibytes));
        return figures;
    }

    private static long median(List<Start> starts, ToLongFunction<Start> figure) {
        var sorted = starts.stream().mapToLong(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private Start start(Unit service) {
        var begun = System.nanoTime();
        service.start();
        while (!answersWell(service)) {
            if (!service.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException(service.name() + " does not answer");
            }
            Due.await(System.nanoTime() + LOOK.toNanos());
        }
        var start = new Start(
                (System.nanoTime() - begun) / 1_000_000,
                ProcessFigures.cpuMicros(service.pid()) / 1000,
                ProcessFigures.residentMebibytes(service.pid()),
                ProcessFigures.proportionalMebibytes(service.pid()));
        service.stop();
        return start;
    }

    private boolean answersWell(Unit service) {
        var request = HttpRequest.newBuilder(service.address().resolve(REQUEST))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
