package dev.vouch.chassis.http;

import dev.vouch.chassis.aggregate.Versioned;
import dev.vouch.chassis.decision.Decision;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers of the house's resources. A refused decision leaves as {@link RefusedException} and is answered 409. */
public final class Answers {

    private Answers() {}

    /** 200 with {@code ETag}. */
    public static <T, V> RestResponse<V> ok(Versioned<T> versioned, Function<Versioned<T>, V> view) {
        return answer(RestResponse.ResponseBuilder.ok(view.apply(versioned)), versioned);
    }

    public static <T, V> RestResponse<V> ok(Decision<Versioned<T>> decision, Function<Versioned<T>, V> view) {
        return ok(accepted(decision), view);
    }

    /** 201 with {@code Location} and {@code ETag}; a repeated request gets the same answer. */
    public static <T, V> RestResponse<V> created(URI location, Versioned<T> versioned, Function<Versioned<T>, V> view) {
        return answer(RestResponse.ResponseBuilder.<V>created(location).entity(view.apply(versioned)), versioned);
    }

    public static <T, V> RestResponse<V> created(
            URI location, Decision<Versioned<T>> decision, Function<Versioned<T>, V> view) {
        return created(location, accepted(decision), view);
    }

    /** 202: the work goes on; {@code job} tells where to watch it. */
    public static <V> RestResponse<V> accepted(URI job, V view) {
        return RestResponse.ResponseBuilder.<V>create(RestResponse.Status.ACCEPTED)
                .entity(view)
                .location(job)
                .build();
    }

    /** The accepted value; throws what is answered 409 if there is none. */
    public static <T> T accepted(Decision<T> decision) {
        if (decision instanceof Decision.Accepted<T> accepted) {
            return accepted.next();
        }
        throw new RefusedException(((Decision.Refused<T>) decision).reasons());
    }

    private static <V> RestResponse<V> answer(RestResponse.ResponseBuilder<V> builder, Versioned<?> versioned) {
        return builder.header(HttpHeaders.ETAG, ETags.of(versioned)).build();
    }
}
