package dev.vouch.chassis.observability;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which channels are being worked on, and which of them wait for the broker or the store. The watchdog, readiness and the
 * graceful stop read it; a channel runs one handler at a time.
 */
@Singleton
public class ConsumerProgress {

    private final Map<String, Long> runningSince = new ConcurrentHashMap<>();
    private final Set<String> outages = ConcurrentHashMap.newKeySet();
    private final LongSupplier nanoTime;

    @Inject
    public ConsumerProgress() {
        this(System::nanoTime);
    }

    ConsumerProgress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The channel's handler begins a batch, or says that it got on with a long one. */
    public void started(String channel) {
        runningSince.put(channel, nanoTime.getAsLong());
    }

    public void finished(String channel) {
        runningSince.remove(channel);
        outages.remove(channel);
    }

    /** A handler that waits for somebody else is not stuck; its time counts again from the end of the outage. */
    public void outage(String channel, boolean out) {
        if (out) {
            outages.add(channel);
        } else if (outages.remove(channel)) {
            runningSince.computeIfPresent(channel, (name, since) -> nanoTime.getAsLong());
        }
    }

    public Set<String> outages() {
        return Set.copyOf(outages);
    }

    public Set<String> running() {
        return Set.copyOf(runningSince.keySet());
    }

    /** A channel whose handler has been busy for longer than {@code limit} without an outage to explain it. */
    Optional<String> stuckFor(Duration limit) {
        long now = nanoTime.getAsLong();
        return runningSince.entrySet().stream()
                .filter(entry -> !outages.contains(entry.getKey()) && isOlder(entry.getValue(), now, limit))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isOlder(long since, long now, Duration limit) {
        return now - since > limit.toNanos();
    }
}
