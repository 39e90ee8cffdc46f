package dev.vouch.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vouch.testkit.Platform;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The platform and a played discovery beside it, in one resource so that both start in the same class loader. It answers as discovery does for a batch of texts. A test says over HTTP what it knows ({@code PUT /people/<id>}) and whether
 * it is there at all ({@code PUT /away}), because tests and their resources live in different class loaders.
 */
public final class PlayedDiscovery implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Platform platform = new Platform();
    private final Map<String, JsonNode> people = new ConcurrentHashMap<>();
    private volatile boolean away;
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/api/v1/influencers/content-batch", this::texts);
            started.createContext("/people/", this::learn);
            started.createContext("/away", this::comeAndGo);
            started.start();
            server = started;
            // the broker looks its parts up by the thread's class loader
            Thread.currentThread().setContextClassLoader(Platform.class.getClassLoader());
            var settings = new TreeMap<>(platform.start());
            settings.put(
                    "vouch.discovery.url",
                    "http://localhost:" + started.getAddress().getPort());
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
        platform.stop();
    }

    private void texts(HttpExchange exchange) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        if (away || token == null || !token.startsWith("Bearer ")) {
            answer(exchange, away ? 503 : 401, "");
            return;
        }
        var answer = JSON.createObjectNode();
        var items = answer.putArray("items");
        var missing = answer.putArray("missing");
        for (var id : JSON.readTree(exchange.getRequestBody()).path("influencerIds")) {
            var person = people.get(id.asText());
            if (person == null) {
                missing.add(id.asText());
            } else {
                items.add(person);
            }
        }
        answer(exchange, 200, answer.toString());
    }

    private void learn(HttpExchange exchange) throws IOException {
        var id = exchange.getRequestURI().getPath().substring("/people/".length());
        people.put(id, JSON.readTree(exchange.getRequestBody()));
        answer(exchange, 200, "");
    }

    private void comeAndGo(HttpExchange exchange) throws IOException {
        away = Boolean.parseBoolean(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        answer(exchange, 200, "");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
