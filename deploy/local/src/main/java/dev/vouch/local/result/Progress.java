package dev.vouch.local.result;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says on the console what is going on: steps, results, and counts of long work at most once a second. Lines about played
 * people carry a mark.
 */
public final class Progress {

    private static final long SHORTEST_PAUSE = Duration.ofSeconds(1).toNanos();

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private long lastCountAt;
    private @Nullable String lastCount;

    public Progress(PrintStream out) {
        this(out, System::nanoTime);
    }

    Progress(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
        this.lastCountAt = startedAt - SHORTEST_PAUSE;
    }

    /** One of the five steps begins. */
    public void step(int number, String title) {
        out.println();
        out.printf(Locale.ENGLISH, "[%d/5] %s%n", number, title);
    }

    /** Something beside the five steps begins. */
    public void heading(String title) {
        out.println();
        out.println(title);
    }

    public void say(String what) {
        out.printf(Locale.ENGLISH, "%7.1f s  %s%n", seconds(), what);
    }

    /** Somebody who is not there was played. */
    public void played(String who, String what) {
        say("(" + who + ", played) " + what);
    }

    /** Says how far long work is. Repetitions, and what comes too soon after the last count, are left out. */
    public void count(String what, long done, @Nullable Long of) {
        var text = what + ": " + number(done) + (of == null ? "" : " of " + number(of));
        long now = nanoTime.getAsLong();
        if (now - lastCountAt >= SHORTEST_PAUSE && !text.equals(lastCount)) {
            lastCountAt = now;
            lastCount = text;
            say("... " + text);
        }
    }

    /** Seconds since this run began. */
    public double seconds() {
        return (nanoTime.getAsLong() - startedAt) / 1e9;
    }

    private static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }
}
