package dev.vouch.chassis.event;

import dev.vouch.chassis.observability.TraceContext;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the current thread is working on, so that the events it writes can tell where they come from.
 *
 * @param causationId null when a request or timer is the beginning
 */
public record Cause(
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceparent) {

    private static final ThreadLocal<@Nullable Cause> CURRENT = new ThreadLocal<>();

    public static Cause of(Envelope envelope) {
        var correlation = envelope.correlationId() == null ? envelope.id() : envelope.correlationId();
        return new Cause(correlation, envelope.id(), envelope.traceparent());
    }

    /** The current cause, or the beginning of a new story in the given trace. */
    public static Cause currentOr(Supplier<@Nullable String> traceparent) {
        var current = CURRENT.get();
        return current != null ? current : new Cause(UUID.randomUUID().toString(), null, traceparent.get());
    }

    /** Runs with the event as the cause of all that is written meanwhile. */
    public static void within(Envelope envelope, Runnable work) {
        CURRENT.set(of(envelope));
        try {
            TraceContext.runWith(envelope.traceparent(), work);
        } finally {
            CURRENT.remove();
        }
    }
}
