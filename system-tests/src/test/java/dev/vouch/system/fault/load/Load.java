package dev.vouch.system.fault.load;

import dev.vouch.system.fault.site.Pause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes on while faults happen: submissions of all kinds to the broker and commands to the campaign service. */
public final class Load implements AutoCloseable {

    private static final int STEP = 50;

    private final Flood flood;
    private final Marketing marketing;
    private final int most;
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger commands = new AtomicInteger();
    private final CompletableFuture<Void> submitting;
    private final CompletableFuture<Void> commanding;
    private volatile boolean ending;

    /**
     * @param perSecond submissions; as many as the broker takes if it cannot keep up
     * @param most submissions; commands go on
     */
    public Load(Flood flood, Marketing marketing, int perSecond, int most) {
        this.flood = flood;
        this.marketing = marketing;
        this.most = most;
        submitting = CompletableFuture.runAsync(() -> submit(perSecond));
        commanding = CompletableFuture.runAsync(this::command);
    }

    public int events() {
        return events.get();
    }

    public int commands() {
        return commands.get();
    }

    private void submit(int perSecond) {
        var begun = System.nanoTime();
        while (!ending && events.get() < most) {
            switch (events.get() / STEP % 6) {
                case 0 -> flood.results(STEP);
                case 1 -> flood.replies(STEP);
                case 2 -> flood.changingProfiles(STEP, 40, events.get());
                default -> flood.profiles(STEP);
            }
            var due = begun + Duration.ofSeconds(events.addAndGet(STEP)).toNanos() / perSecond;
            Pause.of(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        }
    }

    private void command() {
        while (!ending) {
            var campaign = marketing.draft(100_000);
            if (commands.incrementAndGet() % 10 == 0) {
                marketing.launch(campaign);
                marketing.cancel(campaign);
            }
            Pause.of(Duration.ofMillis(200));
        }
    }

    /** Returns when the last of both was acknowledged. */
    @Override
    public void close() {
        ending = true;
        submitting.join();
        commanding.join();
    }
}
