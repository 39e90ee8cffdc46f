package dev.vouch.discovery.profile;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Who was written and has not been read since. Whoever is written again and again is not read again each time, but does not wait
 * for ever either.
 */
final class Touches {

    static final Duration QUIET = Duration.ofSeconds(2);
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LongSupplier nanos;

    /** Whoever was touched longest ago comes first. */
    private final Map<String, Touch> touches = new LinkedHashMap<>();

    private record Touch(long first, long last) {

        boolean isDue(long now) {
            return now - last >= QUIET.toNanos() || now - first >= PATIENCE.toNanos();
        }
    }

    /** @param nanos a clock that only goes forward, as {@link System#nanoTime} */
    Touches(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void add(Collection<String> ids) {
        var now = nanos.getAsLong();
        for (var id : ids) {
            var before = touches.remove(id);
            touches.put(id, new Touch(before == null ? now : before.first(), now));
        }
    }

    synchronized boolean isEmpty() {
        return touches.isEmpty();
    }

    synchronized boolean isDue() {
        var now = nanos.getAsLong();
        return touches.values().stream().anyMatch(touch -> touch.isDue(now));
    }

    /** Forgets those that it returns. */
    synchronized List<String> takeDue(int most) {
        var now = nanos.getAsLong();
        var ids = touches.entrySet().stream()
                .filter(each -> each.getValue().isDue(now))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
        ids.forEach(touches::remove);
        return ids;
    }
}
