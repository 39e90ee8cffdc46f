package dev.vouch.local.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One service's REST surface, as somebody with one role sees it. A restarting service is asked again. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final String PROBLEM = "application/problem+json";

    private final HttpClient http;
    private final URI service;
    private final Path tokenFile;

    Api(HttpClient http, URI service, Path tokenFile) {
        this.http = http;
        this.service = service;
        this.tokenFile = tokenFile;
    }

    /** An answer that is no error, or one that the caller wants to look at. */
    record Answer(int status, JsonNode body, String etag) {

        boolean ok() {
            return status < 400;
        }

        /** The sentences of a refusal, else what the problem says. */
        String problem() {
            var sentences = new ArrayList<String>();
            body.path("reasons")
                    .forEach(reason -> sentences.add(
                            reason.path("sentence").asText(reason.path("code").asText())));
            body.path("violations").forEach(violation -> sentences.add(violation.toString()));
            return sentences.isEmpty()
                    ? status + " " + body.path("title").asText() + " "
                            + body.path("detail").asText()
                    : String.join("; ", sentences);
        }
    }

    JsonNode get(String path) {
        return wanted("GET", path, ask("GET", path, Map.of(), BodyPublishers.noBody()));
    }

    /** Null if there is no such thing yet. */
    @Nullable
    JsonNode find(String path) {
        var answer = ask("GET", path, Map.of(), BodyPublishers.noBody());
        return answer.status() == 404 ? null : wanted("GET", path, answer);
    }

    /** All pages of a list, one after another. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        var separator = path.contains("?") ? "&" : "?";
        var page = get(path + separator + "limit=200");
        page.path("items").forEach(items::add);
        while (page.hasNonNull("nextCursor")) {
            page = get(path + separator + "limit=200&cursor="
                    + encoded(page.get("nextCursor").asText()));
            page.path("items").forEach(items::add);
        }
        return items;
    }

    JsonNode post(String path, String idempotencyKey, JsonNode body) {
        return wanted("POST", path, tryPost(path, idempotencyKey, body));
    }

    Answer tryPost(String path, String idempotencyKey, JsonNode body) {
        return send("POST", path, Map.of("Idempotency-Key", idempotencyKey), body);
    }

    Answer send(String method, String path, Map<String, String> headers, JsonNode body) {
        return body instanceof MissingNode
                ? ask(method, path, headers, BodyPublishers.noBody())
                : ask(
                        method,
                        path,
                        with(headers, "Content-Type", "application/json"),
                        BodyPublishers.ofString(body.toString()));
    }

    /** Streams a file as the body. */
    JsonNode upload(String path, String contentType, Path file) {
        try {
            return wanted(
                    "POST", path, ask("POST", path, Map.of("Content-Type", contentType), BodyPublishers.ofFile(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode wanted(String method, String path, Answer answer) {
        if (!answer.ok()) {
            throw new NotPlayed(method + " " + path + " was answered: " + answer.problem());
        }
        return answer.body();
    }

    private Answer ask(String method, String path, Map<String, String> headers, BodyPublisher body) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var answer = once(method, path, headers, body);
                if ((answer.status() != 503 && answer.status() != 502) || System.nanoTime() > giveUpAt) {
                    return answer;
                }
            } catch (IOException away) {
                if (System.nanoTime() > giveUpAt) {
                    throw new NotPlayed(service + path + " does not answer: " + away);
                }
            }
            Wait.aMoment();
        }
    }

    private Answer once(String method, String path, Map<String, String> headers, BodyPublisher body)
            throws IOException {
        var request = HttpRequest.newBuilder(service.resolve("/api/v1/" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + Files.readString(tokenFile).strip())
                .header("Accept", "application/json, " + PROBLEM)
                .header("Accept-Language", "en")
                .method(method, body);
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    json(response.body()),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPlayed("interrupted");
        }
    }

    private static JsonNode json(String body) throws IOException {
        return body.isBlank() || (body.charAt(0) != '{' && body.charAt(0) != '[')
                ? JSON.createObjectNode().put("detail", body)
                : JSON.readTree(body);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
