package dev.vouch.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that is too large with a problem document; the server itself would only close the connection. What the server
 * takes at most is for files, every other body has the common limit.
 */
@Singleton
class BodyLimit {

    /** Before the server's own check, which answers without a body. */
    private static final int BEFORE_THE_SERVERS = 100;

    /** After it. */
    private static final int AFTER_THE_SERVERS = 1;

    private final long common;
    private final long ofFiles;
    private final List<String> files;
    private final ObjectMapper json;

    BodyLimit(
            @ConfigProperty(name = "vouch.http.max-body-size") MemorySize common,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ofFiles,
            @ConfigProperty(name = "vouch.http.files-at") Optional<List<String>> files,
            ObjectMapper json) {
        this.common = common.asLongValue();
        this.ofFiles = ofFiles.asLongValue();
        this.files = files.orElse(List.of());
        this.json = json;
    }

    /** In bytes. */
    long at(String path) {
        return files.contains(path) ? ofFiles : common;
    }

    void check(@Observes Filters filters) {
        filters.register(this::checkStatedLength, BEFORE_THE_SERVERS);
        filters.register(this::leaveTheRestToBodyHash, AFTER_THE_SERVERS);
    }

    private void checkStatedLength(RoutingContext exchange) {
        var length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        var limit = at(exchange.normalizedPath());
        if (length == null || Long.parseLong(length) <= limit) {
            exchange.next();
            return;
        }
        var problem = problem(limit).at(exchange.request().path());
        exchange.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .endHandler(done -> exchange.request().connection().close())
                .end(written(problem));
    }

    /** The server's count of a chunked body ends the response without a document; {@link BodyHash} counts more exactly. */
    private void leaveTheRestToBodyHash(RoutingContext exchange) {
        exchange.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        exchange.next();
    }

    static Problem problem(long limit) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, "The limit is " + limit + " bytes.");
    }

    private String written(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always written", e);
        }
    }
}
