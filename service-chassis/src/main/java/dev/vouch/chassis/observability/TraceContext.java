package dev.vouch.chassis.observability;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The W3C trace that the current thread works for: of a request, or of the record being handled. It is a thread's own,
 * because handlers and resources of the house run on one worker thread from beginning to end.
 */
public final class TraceContext {

    /** The name of the HTTP header and of the CloudEvents extension. */
    public static final String HEADER = "traceparent";

    /** The key under which log lines and problem documents carry the trace id. */
    public static final String TRACE_ID = "traceId";

    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private TraceContext() {}

    /** @return the traceparent of what this thread is doing; null outside requests and records */
    public static @Nullable String current() {
        return CURRENT.get();
    }

    public static @Nullable String currentTraceId() {
        var current = CURRENT.get();
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
        var outer = CURRENT.get();
        set(childOf(traceparent));
        try {
            return work.get();
        } finally {
            set(outer);
        }
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

    static void set(@Nullable String traceparent) {
        if (traceparent == null) {
            CURRENT.remove();
            MDC.remove(TRACE_ID);
        } else {
            CURRENT.set(traceparent);
            MDC.put(TRACE_ID, traceId(traceparent));
        }
    }

    static String traceId(String traceparent) {
        return traceparent.substring(3, 35);
    }

    private static String randomHex(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
