package dev.vouch.system.fault.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.system.fault.site.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A REST client as a careful outsider writes it: each command has an Idempotency-Key, so that it may be said again until it is
 * answered, and if one instance does not answer the next is asked.
 */
public final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Supplier<List<URI>> instances;
    private final Path tokens;
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, Integer> unanswered = new ConcurrentHashMap<>();
    private final AtomicInteger answeredByNobody = new AtomicInteger();
    private volatile URI answering = URI.create("");

    /** @param tokens the folder of the {@code <role>.token} files */
    public Client(Supplier<List<URI>> instances, Path tokens) {
        this.instances = instances;
        this.tokens = tokens;
    }

    /** The last answer. */
    public record Answer(int status, JsonNode body, long version) {

        public boolean ok() {
            return status < 300;
        }
    }

    /** How often each status was seen, retried ones too. */
    public Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** How often all instances were asked one after the other and none gave an answer. */
    public int answeredByNobody() {
        return answeredByNobody.get();
    }

    public Answer get(String role, String path) {
        return untilAnswered("GET", role, path, "", "");
    }

    public Answer post(String role, String path, String idempotencyKey, String body) {
        return untilAnswered("POST", role, path, idempotencyKey, body);
    }

    private Answer untilAnswered(String method, String role, String path, String key, String body) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (var instance : lastAnsweringFirst()) {
                try {
                    var answer = once(instance, method, role, path, key, body);
                    statuses.merge(answer.status(), 1, Integer::sum);
                    if (answer.status() < 500) {
                        answering = instance;
                        return answer;
                    }
                } catch (IOException away) {
                    unanswered.merge(String.valueOf(away.getMessage()), 1, Integer::sum);
                }
            }
            answeredByNobody.incrementAndGet();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        method + " " + path + " is not answered: " + statuses + " " + unanswered);
            }
            Pause.of(Duration.ofMillis(200));
        }
    }

    private List<URI> lastAnsweringFirst() {
        return instances.get().stream()
                .sorted(Comparator.comparing(instance -> !instance.equals(answering)))
                .toList();
    }

    /** One request without a second try. */
    public Answer once(URI instance, String method, String role, String path, String key, String body)
            throws IOException {
        var request = HttpRequest.newBuilder(instance.resolve("/api/v1/" + path))
                .timeout(TIMEOUT)
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(tokens.resolve(role + ".token"))
                                        .strip())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var text = response.body();
            return new Answer(
                    response.statusCode(),
                    text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.createObjectNode(),
                    response.headers()
                            .firstValue("ETag")
                            .map(etag -> Long.parseLong(etag.replace("\"", "")))
                            .orElse(0L));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
