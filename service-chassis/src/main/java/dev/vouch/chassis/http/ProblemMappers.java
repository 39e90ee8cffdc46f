package dev.vouch.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.vouch.chassis.aggregate.IdempotencyConflict;
import dev.vouch.chassis.aggregate.NotFound;
import dev.vouch.chassis.aggregate.OutboxFull;
import dev.vouch.chassis.aggregate.StaleVersion;
import dev.vouch.chassis.event.EventTooLarge;
import dev.vouch.chassis.http.Problem.Violation;
import dev.vouch.chassis.mongo.MongoErrors;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** Every exception that leaves a resource, and every answer of the framework's own, becomes a problem document. */
@Singleton
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final int SERVER_ERRORS = 500;

    private final ReasonTexts texts;

    public ProblemMappers(ReasonTexts texts) {
        this.texts = texts;
    }

    @ServerExceptionMapper
    public Response notFound(NotFound missing) {
        return answer(Problem.of(ProblemType.NOT_FOUND, missing.getMessage()));
    }

    @ServerExceptionMapper
    public Response staleVersion(StaleVersion stale) {
        return answer(Problem.of(ProblemType.STALE_VERSION, stale.getMessage()));
    }

    @ServerExceptionMapper
    public Response versionRequired(VersionRequired missing) {
        return answer(Problem.of(ProblemType.VERSION_REQUIRED, "Send the ETag of what you read as If-Match."));
    }

    @ServerExceptionMapper
    public Response idempotencyConflict(IdempotencyConflict conflict) {
        return answer(Problem.of(ProblemType.IDEMPOTENCY_CONFLICT, "Use a new key for a new request."));
    }

    @ServerExceptionMapper
    public Response eventTooLarge(EventTooLarge tooLarge) {
        return answer(Problem.of(ProblemType.EVENT_TOO_LARGE, tooLarge.getMessage()));
    }

    @ServerExceptionMapper
    public Response outboxFull(OutboxFull full) {
        return later(Problem.of(ProblemType.OUTBOX_FULL, full.getMessage()));
    }

    @ServerExceptionMapper
    public Response refused(RefusedException refused, HttpHeaders headers) {
        var locale = ReasonTexts.locale(headers.getAcceptableLanguages());
        return answer(Problem.of(ProblemType.REFUSED, null).because(texts.explain(refused.reasons(), locale)));
    }

    @ServerExceptionMapper
    public Response invalidRequest(InvalidRequest invalid) {
        return answer(Problem.of(ProblemType.INVALID_REQUEST, null).with(invalid.violations()));
    }

    @ServerExceptionMapper
    public Response invalidJson(JsonProcessingException invalid) {
        return answer(JsonProblems.of(invalid));
    }

    /** As above; the framework has a mapper of its own for this kind, which names the class. */
    @ServerExceptionMapper
    public Response mismatchedJson(MismatchedInputException invalid) {
        return answer(JsonProblems.of(invalid));
    }

    @ServerExceptionMapper
    public Response bodyTooLarge(BodyTooLarge tooLarge) {
        return answer(BodyLimit.problem(tooLarge.limit()));
    }

    /** Hardly anybody reads this answer; but it is no fault of ours, of which the log should speak. */
    @ServerExceptionMapper
    public Response bodyBroken(BodyBroken broken) {
        return answer(Problem.of(ProblemType.INVALID_REQUEST, "The body broke off or was not framed as HTTP asks."));
    }

    /** A resource that reads its body as a stream may not throw what the body throws. */
    @ServerExceptionMapper
    public Response unread(UncheckedIOException unread) {
        if (unread.getCause() instanceof BodyTooLarge tooLarge) {
            return bodyTooLarge(tooLarge);
        }
        return unread.getCause() instanceof BodyBroken broken ? bodyBroken(broken) : anything(unread);
    }

    /** What a resource returns is our fault, what it is given the caller's. */
    @ServerExceptionMapper
    public Response violated(ResteasyReactiveViolationException violated) {
        var violations = violated.getConstraintViolations().stream()
                .map(ProblemMappers::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        return answer(Problem.of(ProblemType.INVALID_REQUEST, null).with(violations));
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    public Response unauthenticated() {
        var answer = answer(Problem.of(ProblemType.UNAUTHENTICATED, null));
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return answer(Problem.of(ProblemType.FORBIDDEN, null));
    }

    @ServerExceptionMapper
    public Response told(WebApplicationException told) {
        if (told.getCause() instanceof JsonProcessingException invalid) {
            return answer(JsonProblems.of(invalid));
        }
        int status = told.getResponse().getStatus();
        if (status < 400) {
            return told.getResponse();
        }
        if (status >= SERVER_ERRORS) {
            LOG.errorf(told, "Request failed: %d", status);
        }
        var problem = Problem.withoutType(status, title(status));
        return Response.fromResponse(told.getResponse())
                .entity(problem.at(path()))
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    public Response anything(Throwable error) {
        if (isOutage(error)) {
            LOG.warnf("Store or broker away during a request: %s", error.toString());
            return later(Problem.of(ProblemType.UNAVAILABLE, "Please ask again in a moment."));
        }
        LOG.error("Request failed", error);
        return answer(Problem.of(ProblemType.INTERNAL_ERROR, null));
    }

    private static boolean isOutage(Throwable error) {
        return Stream.<@Nullable Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> MongoErrors.isOutage(cause) || cause instanceof RetriableException);
    }

    private static Violation violation(ConstraintViolation<?> found) {
        var steps = StreamSupport.stream(found.getPropertyPath().spliterator(), false)
                .toList();
        var path = new StringBuilder();
        // the first two steps are the Java method and its parameter; a parameter's own violation has no third
        for (var step :
                steps.size() > 2 ? steps.subList(2, steps.size()) : steps.subList(steps.size() - 1, steps.size())) {
            var text = step.toString();
            path.append(path.isEmpty() || text.startsWith("[") ? "" : ".").append(text);
        }
        return new Violation(path.toString(), found.getMessage());
    }

    private static Response later(Problem problem) {
        return Response.fromResponse(answer(problem))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .entity(problem.at(path()))
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "HTTP " + status : known.getReasonPhrase();
    }

    /** Not from the whole URI, which an HTTP/1.0 request without Host does not have. */
    private static @Nullable String path() {
        var request = CurrentRequestManager.get();
        return request == null ? null : request.serverRequest().getRequestPath();
    }
}
