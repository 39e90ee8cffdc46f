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
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
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
    public Response notFound(NotFound missing, UriInfo uri) {
        return answer(Problem.of(ProblemType.NOT_FOUND, missing.getMessage()), uri);
    }

    @ServerExceptionMapper
    public Response staleVersion(StaleVersion stale, UriInfo uri) {
        return answer(Problem.of(ProblemType.STALE_VERSION, stale.getMessage()), uri);
    }

    @ServerExceptionMapper
    public Response versionRequired(VersionRequired missing, UriInfo uri) {
        return answer(Problem.of(ProblemType.VERSION_REQUIRED, "Send the ETag of what you read as If-Match."), uri);
    }

    @ServerExceptionMapper
    public Response idempotencyConflict(IdempotencyConflict conflict, UriInfo uri) {
        return answer(Problem.of(ProblemType.IDEMPOTENCY_CONFLICT, "Use a new key for a new request."), uri);
    }

    @ServerExceptionMapper
    public Response eventTooLarge(EventTooLarge tooLarge, UriInfo uri) {
        return answer(Problem.of(ProblemType.EVENT_TOO_LARGE, tooLarge.getMessage()), uri);
    }

    @ServerExceptionMapper
    public Response outboxFull(OutboxFull full, UriInfo uri) {
        return later(Problem.of(ProblemType.OUTBOX_FULL, full.getMessage()), uri);
    }

    @ServerExceptionMapper
    public Response refused(RefusedException refused, UriInfo uri, HttpHeaders headers) {
        var locale = ReasonTexts.locale(headers.getAcceptableLanguages());
        return answer(Problem.of(ProblemType.REFUSED, null).because(texts.explain(refused.reasons(), locale)), uri);
    }

    @ServerExceptionMapper
    public Response invalidRequest(InvalidRequest invalid, UriInfo uri) {
        return answer(Problem.of(ProblemType.INVALID_REQUEST, null).with(invalid.violations()), uri);
    }

    @ServerExceptionMapper
    public Response invalidJson(JsonProcessingException invalid, UriInfo uri) {
        return answer(JsonProblems.of(invalid), uri);
    }

    /** As above; the framework has a mapper of its own for this kind, which names the class. */
    @ServerExceptionMapper
    public Response mismatchedJson(MismatchedInputException invalid, UriInfo uri) {
        return answer(JsonProblems.of(invalid), uri);
    }

    @ServerExceptionMapper
    public Response bodyTooLarge(BodyTooLarge tooLarge, UriInfo uri) {
        return answer(Problem.of(ProblemType.BODY_TOO_LARGE, null), uri);
    }

    /** What a resource returns is our fault, what it is given the caller's. */
    @ServerExceptionMapper
    public Response violated(ResteasyReactiveViolationException violated, UriInfo uri) {
        var violations = violated.getConstraintViolations().stream()
                .map(ProblemMappers::violation)
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        return answer(Problem.of(ProblemType.INVALID_REQUEST, null).with(violations), uri);
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    public Response unauthenticated(UriInfo uri) {
        var answer = answer(Problem.of(ProblemType.UNAUTHENTICATED, null), uri);
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden, UriInfo uri) {
        return answer(Problem.of(ProblemType.FORBIDDEN, null), uri);
    }

    @ServerExceptionMapper
    public Response told(WebApplicationException told, UriInfo uri) {
        if (told.getCause() instanceof JsonProcessingException invalid) {
            return answer(JsonProblems.of(invalid), uri);
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
                .entity(problem.at(path(uri)))
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    @ServerExceptionMapper
    public Response anything(Throwable error, UriInfo uri) {
        if (isOutage(error)) {
            LOG.warnf("Store or broker away during a request: %s", error.toString());
            return later(Problem.of(ProblemType.UNAVAILABLE, "Please ask again in a moment."), uri);
        }
        LOG.error("Request failed", error);
        return answer(Problem.of(ProblemType.INTERNAL_ERROR, null), uri);
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

    private static Response later(Problem problem, UriInfo uri) {
        return Response.fromResponse(answer(problem, uri))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response answer(Problem problem, UriInfo uri) {
        return Response.status(problem.status())
                .entity(problem.at(path(uri)))
                .type(Problem.MEDIA_TYPE)
                .build();
    }

    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "HTTP " + status : known.getReasonPhrase();
    }

    private static @Nullable String path(UriInfo uri) {
        return uri.getRequestUri().getRawPath();
    }
}
