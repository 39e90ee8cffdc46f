package dev.vouch.chassis.observability;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Gives every request its trace, before anything can refuse it. */
@Singleton
class RequestTrace {

    private static final int FIRST = 10_000;

    void begin(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    TraceContext.beginRequest(exchange.request().getHeader(TraceContext.HEADER));
                    exchange.next();
                },
                FIRST);
    }
}
