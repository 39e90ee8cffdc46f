package dev.vouch.chassis.decision;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a domain answers when it is asked to change: the next state, or every reason why not. */
public sealed interface Decision<T> {

    record Accepted<T>(T next) implements Decision<T> {}

    /** @param reasons at least one */
    record Refused<T>(List<Reason> reasons) implements Decision<T> {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
        }
    }

    static <T> Decision<T> accepted(T next) {
        return new Accepted<>(next);
    }

    static <T> Decision<T> refused(Reason... reasons) {
        return new Refused<>(List.of(reasons));
    }

    /** Accepts unless there is an objection; {@code next} is only asked when there is none. */
    static <T> Decision<T> unless(List<Reason> objections, Supplier<T> next) {
        return objections.isEmpty() ? accepted(next.get()) : new Refused<>(objections);
    }

    default <R> Decision<R> map(Function<T, R> change) {
        if (this instanceof Accepted<T> accepted) {
            return accepted(change.apply(accepted.next()));
        }
        return new Refused<>(((Refused<T>) this).reasons());
    }

    default <R> Decision<R> then(Function<T, Decision<R>> next) {
        if (this instanceof Accepted<T> accepted) {
            return next.apply(accepted.next());
        }
        return new Refused<>(((Refused<T>) this).reasons());
    }
}
