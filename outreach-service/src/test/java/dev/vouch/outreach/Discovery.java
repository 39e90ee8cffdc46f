package dev.vouch.outreach;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Plays discovery's contact cards. An influencer id that ends in an even digit has a mail address, one that ends in an odd
 * digit has none.
 */
final class Discovery {

    private @Nullable HttpServer server;

    /** The address under which the invented person of this id reads mail. */
    static String addressOf(String influencerId) {
        return influencerId + "@people.example";
    }

    String start() {
        try {
            var created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            created.createContext("/api/v1/influencers/", Discovery::answer);
            created.start();
            server = created;
            return "http://127.0.0.1:" + created.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var authorized = exchange.getRequestHeaders().getFirst("Authorization");
        var parts = exchange.getRequestURI().getPath().split("/");
        var body = card(parts[4]).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(authorized == null ? 401 : 200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String card(String influencerId) {
        var hasAddress = Character.digit(influencerId.charAt(influencerId.length() - 1), 16) % 2 == 0;
        var addresses =
                hasAddress ? "{\"address\":\"%s\",\"foundIn\":\"Profiltext\"}".formatted(addressOf(influencerId)) : "";
        return """
                {"influencerId":"%s","platform":"instagram","handle":"mira.backt","displayName":"Mira Öztürk","language":"de",
                 "profileUrl":"https://instagram.com/mira.backt","addresses":[%s],"unknownToday":1,
                 "matchedPost":{"postKey":"k","publishedAt":"2026-11-01T10:00:00Z","url":"https://instagram.com/p/1",
                 "excerpt":"Sauerteig ohne Ei"}}""".formatted(influencerId, addresses);
    }
}
