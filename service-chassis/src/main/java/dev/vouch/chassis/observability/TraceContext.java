package dev.vouch.chassis.observability;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace that the current work belongs to: of a request, or of the record being handled. A record's is kept by the
 * thread that handles it, a request's by its Vert.x context, since a request is refused or answered on several threads.
 */
public final class TraceContext {

    /** The name of the HTTP header and of the CloudEvents extension. */
    public static final String HEADER = "traceparent";

    /** The key under which log lines and problem documents carry the trace id. */
    public static final String TRACE_ID = "traceId";

    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<@Nullable String> OF_THREAD = new ThreadLocal<>();

    private TraceContext() {}

    /** @return the traceparent of what is being done; null outside requests and records */
    public static @Nullable String current() {
        var ofThread = OF_THREAD.get();
        return ofThread == null && VertxContext.isOnDuplicatedContext()
                ? Vertx.currentContext().getLocal(HEADER)
                : ofThread;
    }

    public static @Nullable String currentTraceId() {
        var current = current();
        return current == null ? null : traceId(current);
    }

    /** Runs as a part of the given trace; an absent or malformed one begins a new trace. */
    public static void runWith(@Nullable String traceparent, Runnable work) {
        callWith(traceparent, () -> {
            work.run();
            return null;
        });
    }

    public static <R extends @Nullable Object> R callWith(@Nullable String traceparent, Supplier<R> work) {
        var outerOfThread = OF_THREAD.get();
        var outer = current();
        var inner = childOf(traceparent);
        OF_THREAD.set(inner);
        tellLog(inner);
        try {
            return work.get();
        } finally {
            if (outerOfThread == null) {
                OF_THREAD.remove();
            } else {
                OF_THREAD.set(outerOfThread);
            }
            tellLog(outer);
        }
    }

    /** From here on the current request belongs to this trace, on whatever thread it goes on. */
    static void beginRequest(@Nullable String traceparent) {
        var mine = childOf(traceparent);
        Vertx.currentContext().putLocal(HEADER, mine);
        tellLog(mine);
    }

    /** A new span of the same trace, or of a new one if there is no valid trace to follow. */
    public static String childOf(@Nullable String traceparent) {
        var valid = valid(traceparent);
        return "00-" + valid.map(TraceContext::traceId).orElseGet(() -> randomHex(16)) + "-" + randomHex(8) + "-"
                + valid.map(parent -> parent.substring(53, 55)).orElse("01");
    }

    /** What is not shaped as a traceparent is nobody's trace: it is ignored, as W3C asks. */
    public static Optional<String> valid(@Nullable String traceparent) {
        return Optional.ofNullable(traceparent)
                .filter(text -> TRACEPARENT.matcher(text).matches());
    }

    private static void tellLog(@Nullable String traceparent) {
        if (traceparent == null) {
            MDC.remove(TRACE_ID);
        } else {
            MDC.put(TRACE_ID, traceId(traceparent));
        }
    }

    private static String traceId(String traceparent) {
        return traceparent.substring(3, 35);
    }

    private static String randomHex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
