package dev.vouch.chassis.aggregate;

import dev.vouch.contract.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document's next commit while a consumer works it out: state, what was heard, what waits, and what is to be announced.
 *
 * @param state null as long as only events were heard that make no state yet
 */
public record Draft<T>(
        String id, long version, @Nullable T state, Seen seen, List<Parked> parked, List<Event> announced) {

    public Draft {
        parked = List.copyOf(parked);
        announced = List.copyOf(announced);
    }

    public Draft<T> with(@Nullable T next) {
        return new Draft<>(id, version, next, seen, parked, announced);
    }

    public Draft<T> heard(String topic, String subject, long sequence) {
        return new Draft<>(id, version, state, seen.with(topic, subject, sequence), parked, announced);
    }

    public Draft<T> parking(List<Parked> waiting) {
        return new Draft<>(id, version, state, seen, waiting, announced);
    }

    public Draft<T> announcing(List<? extends Event> events) {
        var all = new ArrayList<Event>(announced);
        all.addAll(events);
        return new Draft<>(id, version, state, seen, parked, all);
    }
}
