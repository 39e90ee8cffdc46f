package dev.vouch.discovery.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouch.chassis.http.Problem;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Only a file may be as large as the server lets in; every other body is held to the limit of the other services. */
@Singleton
class SmallBodies {

    private static final String FILES = "/api/v1/imports";
    private static final long LIMIT = 1024 * 1024;

    /** Before the chassis' check of the limit that files have. */
    private static final int FIRST = 110;

    /** After all who set a limit. */
    private static final int LAST = 0;

    private final ObjectMapper json;

    SmallBodies(ObjectMapper json) {
        this.json = json;
    }

    void check(@Observes Filters filters) {
        filters.register(this::checkStatedLength, FIRST);
        filters.register(SmallBodies::boundUnstatedLength, LAST);
    }

    private void checkStatedLength(RoutingContext exchange) {
        if (isFile(exchange) || !isTooLong(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            exchange.next();
            return;
        }
        var problem = tooLarge(exchange.request().path());
        exchange.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .endHandler(done -> exchange.request().connection().close())
                .end(written(problem));
    }

    /** The server counts what comes in chunks and ends the exchange there. */
    private static void boundUnstatedLength(RoutingContext exchange) {
        if (!isFile(exchange)) {
            exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LIMIT);
        }
        exchange.next();
    }

    private static boolean isFile(RoutingContext exchange) {
        return exchange.normalizedPath().equals(FILES);
    }

    private static boolean isTooLong(@Nullable String statedLength) {
        return statedLength != null && statedLength.matches("\\d{1,18}") && Long.parseLong(statedLength) > LIMIT;
    }

    private static Problem tooLarge(String path) {
        return new Problem(
                URI.create("https://vouch.dev/problems/body-too-large"),
                "The body is too large",
                413,
                "The limit is " + LIMIT + " bytes.",
                path,
                List.of(),
                List.of(),
                null);
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always written", e);
        }
    }
}
