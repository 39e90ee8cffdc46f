package dev.vouch.local.play;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again and again until what is waited for is there. Gives up only when nothing moves for long. */
final class Wait {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private Wait() {}

    /** @param look what can be seen now; what was waited for once it is there */
    static <T> T until(String what, Duration patience, Supplier<Optional<T>> look, Supplier<Object> sign) {
        var lastSign = sign.get();
        long giveUpAt = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            var newSign = sign.get();
            if (!newSign.equals(lastSign)) {
                lastSign = newSign;
                giveUpAt = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() > giveUpAt) {
                throw new NotPlayed(
                        "waited " + patience.toSeconds() + " s in vain for " + what + "; last seen: " + newSign);
            }
            aMoment();
        }
    }

    static void aMoment() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPlayed("interrupted");
        }
    }
}
