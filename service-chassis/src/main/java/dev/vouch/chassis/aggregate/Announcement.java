package dev.vouch.chassis.aggregate;

import dev.vouch.contract.Event;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns an accepted state into the events that tell of it, in the order in which they are to be read. */
@FunctionalInterface
public interface Announcement<T> {

    /** @param before null when the document is new */
    List<? extends Event> of(@Nullable T before, T after);

    static <T> Announcement<T> none() {
        return (before, after) -> List.of();
    }

    static <T> Announcement<T> event(Function<T, ? extends Event> event) {
        return (before, after) -> List.of(event.apply(after));
    }
}
