package dev.vouch.chassis.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vouch.chassis.observability.TraceContext;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every request is told that went wrong (RFC 9457). Never carries a class name, a stack trace or a message of a library.
 *
 * @param violations what is wrong with the request, field by field
 * @param reasons why the rules refuse it
 * @param traceId finds the log lines of this request
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,

        String title,
        int status,
        @Nullable String detail,

        @Nullable String instance,

        List<Violation> violations,
        List<Explanation> reasons,
        @Nullable String traceId) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** @param field dotted path into the body, or the name of the parameter or header */
    public record Violation(String field, String message) {}

    public Problem {
        violations = List.copyOf(violations);
        reasons = List.copyOf(reasons);
    }

    static Problem of(ProblemType type, @Nullable String detail) {
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                detail,
                null,
                List.of(),
                List.of(),
                TraceContext.currentTraceId());
    }

    static Problem withoutType(int status, String title) {
        return new Problem(
                URI.create("about:blank"),
                title,
                status,
                null,
                null,
                List.of(),
                List.of(),
                TraceContext.currentTraceId());
    }

    Problem at(@Nullable String path) {
        return new Problem(type, title, status, detail, path, violations, reasons, traceId);
    }

    Problem with(List<Violation> found) {
        return new Problem(type, title, status, detail, instance, found, reasons, traceId);
    }

    Problem because(List<Explanation> why) {
        return new Problem(type, title, status, detail, instance, violations, why, traceId);
    }
}
