package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.Seen;
import dev.vouch.chassis.decision.Reason;
import dev.vouch.chassis.event.Cause;
import dev.vouch.chassis.event.Envelope;
import dev.vouch.chassis.event.Outgoing;
import dev.vouch.chassis.event.Reading;
import dev.vouch.chassis.event.Received;
import dev.vouch.chassis.outbox.EventPublisher;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.contract.Event;
import dev.vouch.contract.EventTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule 2: read, fold, write, say it again. A batch reads the documents of its subjects, drops what they have seen, folds the
 * rest, writes one model for each document and publishes what follows; what is told again is answered by the same bytes again.
 *
 * <p>Events of a state carry sequences and the newest wins; observations carry none and must fold commutatively.
 */
public final class Projection<T> implements Listener {

    /** What one type of event does to the state; null while there is none. */
    @FunctionalInterface
    public interface Fold<T, E extends Event> {
        @Nullable
        T apply(@Nullable T current, Received<E> received);
    }

    /** Which document an event belongs to, worked out for a whole batch; an event without an entry must have a refusal. */
    public record Identified(Map<Received<?>, String> ids, Map<Received<?>, List<Reason>> refused) {}

    private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

    private final Channel channel;
    private final ProjectionStore<T> store;
    private final Map<Class<? extends Event>, Fold<T, Event>> folds = new LinkedHashMap<>();
    private final Set<Class<? extends Event>> forgetting = new HashSet<>();
    private final Set<Class<? extends Event>> handled = new HashSet<>();
    private Function<List<Received<?>>, Identified> identification = Projection::bySubject;
    private Function<T, ? extends @Nullable Event> derived = state -> null;
    private @Nullable EventPublisher publisher;
    private BiConsumer<Map<String, T>, Map<Received<?>, String>> beforehand = (states, ids) -> {};
    private Consumer<Map<Received<?>, Outcome>> outcomes = none -> {};
    private @Nullable BiConsumer<Envelope, Outcome> unreadable;
    private Consumer<Collection<String>> look = ids -> {};

    Projection(Channel channel, ProjectionStore<T> store) {
        this.channel = channel;
        this.store = store;
    }

    /** By default an event belongs to the document of its subject. Asked again after every lost race. */
    public Projection<T> identifiedBy(Function<List<Received<?>>, Identified> ids) {
        identification = ids;
        return this;
    }

    @SuppressWarnings("unchecked") // asked only under the class of E
    public <E extends Event> Projection<T> on(Class<E> type, Fold<T, E> fold) {
        folds.put(type, (state, received) -> fold.apply(state, (Received<E>) received));
        handled.add(type);
        return this;
    }

    /** The event empties the document and leaves a tombstone: nothing told later revives it. */
    public Projection<T> forgetOn(Class<? extends Event> type) {
        forgetting.add(type);
        handled.add(type);
        return this;
    }

    /** @param event what a new state says, null for nothing; its topic is the layout's */
    public Projection<T> publishing(EventPublisher with, Function<T, ? extends @Nullable Event> event) {
        publisher = with;
        derived = event;
        return this;
    }

    /** Writes that must be there before the folded states are: repeatable, by deterministic ids. */
    public Projection<T> beforehand(BiConsumer<Map<String, T>, Map<Received<?>, String>> writes) {
        beforehand = writes;
        return this;
    }

    /** Told what became of each event of a batch, after it was written. */
    public Projection<T> outcomes(Consumer<Map<Received<?>, Outcome>> told) {
        outcomes = told;
        return this;
    }

    /** Told what became of events that could not be read, as far as they could be named. */
    public Projection<T> unreadable(BiConsumer<Envelope, Outcome> told) {
        unreadable = told;
        return this;
    }

    /** Follows every batch with the documents that it touched; must be repeatable. */
    public Projection<T> then(Consumer<Collection<String>> lookAt) {
        look = lookAt;
        return this;
    }

    public void apply(ConsumerRecords<byte[], byte[]> records) {
        channel.apply(records);
    }

    @Override
    public String part() {
        return store.layout().collection();
    }

    @Override
    public Set<Class<? extends Event>> handled() {
        return handled;
    }

    /** Where outcomes are told, what was set aside has one too. */
    @Override
    public boolean wantsSkipped(Envelope envelope) {
        return unreadable != null;
    }

    @Override
    public void hear(List<Heard> batch) {
        tellUnreadable(batch);
        var known = batch.stream()
                .filter(heard -> heard.reading() instanceof Reading.Known each && isHandled(each.received()))
                .toList();
        if (!known.isEmpty()) {
            hearKnown(known);
        }
    }

    private void hearKnown(List<Heard> known) {
        var rounds = new ArrayList<Round>(1);
        try {
            channel.outlast(() -> rounds.add(project(receivedOf(known))));
        } catch (RuntimeException fault) {
            oneByOne(known, fault);
            return;
        }
        var done = rounds.get(0);
        channel.outlast(() -> outcomes.accept(done.outcomes));
        lookAt(done.documents.keySet());
        channel.handled(((Reading.Known) known.get(known.size() - 1).reading())
                .received()
                .envelope());
    }

    /** One record of the batch makes us fail: found by going one at a time, set aside, the others applied. */
    private void oneByOne(List<Heard> known, RuntimeException fault) {
        if (known.size() > 1) {
            known.forEach(each -> hearKnown(List.of(each)));
            return;
        }
        channel.deadLetter(known.get(0).record(), this, fault);
        var received = receivedOf(known).get(0);
        channel.outlast(
                () -> outcomes.accept(Map.of(received, Outcome.deadLettered("handler", Channel.FAULT_OF_OURS))));
    }

    private void tellUnreadable(List<Heard> batch) {
        var told = unreadable;
        if (told == null) {
            return;
        }
        for (var heard : batch) {
            if (heard.reading() instanceof Reading.Invalid invalid && invalid.envelope() != null) {
                var outcome = Outcome.deadLettered(invalid.reason(), invalid.detail());
                channel.outlast(() -> told.accept(invalid.envelope(), outcome));
            }
        }
    }

    private boolean isHandled(Received<?> received) {
        return handled().contains(received.event().getClass());
    }

    private void lookAt(Collection<String> ids) {
        try {
            look.accept(ids);
        } catch (RuntimeException laterByTimer) {
            LOG.warn("channel={} look failed, its timer will repeat it", channel.name(), laterByTimer);
        }
    }

    private static List<Received<?>> receivedOf(List<Heard> known) {
        var received = new ArrayList<Received<?>>(known.size());
        known.forEach(heard -> received.add(((Reading.Known) heard.reading()).received()));
        return received;
    }

    private Round project(List<Received<?>> batch) {
        while (true) {
            var identified = identification.apply(batch);
            var round = new Round(
                    identified, store.read(new HashSet<>(identified.ids().values())));
            round.foldAll(batch);
            beforehand.accept(round.states(), identified.ids());
            if (store.write(round.changed())) {
                publish(round.said());
                return round;
            }
        }
    }

    private void publish(List<Outgoing> events) {
        if (publisher != null) {
            publisher.publish(events);
        }
    }

    private static Identified bySubject(List<Received<?>> batch) {
        var ids = new LinkedHashMap<Received<?>, String>();
        batch.forEach(received -> ids.put(received, received.envelope().subject()));
        return new Identified(ids, Map.of());
    }

    /** One attempt at a batch. */
    private final class Round {
        private final Identified identified;
        private final Map<String, ProjectedDocument<T>> before;
        private final Map<String, ProjectedDocument<T>> documents;
        private final Map<String, Received<?>> lastCause = new LinkedHashMap<>();
        private final Map<Received<?>, Outcome> outcomes = new LinkedHashMap<>();

        Round(Identified identified, Map<String, ProjectedDocument<T>> before) {
            this.identified = identified;
            this.before = before;
            this.documents = new LinkedHashMap<>(before);
        }

        void foldAll(List<Received<?>> batch) {
            for (var received : batch) {
                var id = identified.ids().get(received);
                if (id == null) {
                    outcomes.put(
                            received,
                            Outcome.refused(Objects.requireNonNull(
                                    identified.refused().get(received), "neither a document nor a refusal")));
                } else {
                    fold(id, received);
                }
            }
            documents.replaceAll((id, document) -> commit(document));
        }

        private void fold(String id, Received<?> received) {
            var document = Objects.requireNonNull(documents.get(id));
            var envelope = received.envelope();
            var topic = EventTypes.of(received.event().getClass()).topic().name();
            if (document.forgotten() || isSeen(document.seen().of(topic, envelope.subject()), envelope.sequence())) {
                channel.tools().metrics().duplicates(channel.name(), 1);
                outcomes.put(received, Outcome.UNCHANGED);
                return;
            }
            var seen = envelope.sequence() == 0
                    ? document.seen()
                    : document.seen().with(topic, envelope.subject(), envelope.sequence());
            var next = next(document, received, seen);
            outcomes.put(received, outcome(document.state(), next.state()));
            lastCause.put(id, received);
            documents.put(id, next);
        }

        private boolean isSeen(long seen, long sequence) {
            return sequence > 0 && sequence <= seen;
        }

        private ProjectedDocument<T> next(ProjectedDocument<T> document, Received<?> received, Seen seen) {
            var type = received.event().getClass();
            if (forgetting.contains(type)) {
                return document.forget(seen);
            }
            @SuppressWarnings("unchecked") // a fold of this type was put under its class
            var event = (Received<Event>) received;
            return document.next(Objects.requireNonNull(folds.get(type)).apply(document.state(), event), seen);
        }

        private Outcome outcome(@Nullable T old, @Nullable T next) {
            if (old == null && next != null) {
                return Outcome.CREATED;
            }
            return Objects.equals(old, next) ? Outcome.UNCHANGED : Outcome.CHANGED;
        }

        private ProjectedDocument<T> commit(ProjectedDocument<T> document) {
            var old = Objects.requireNonNull(before.get(document.id()));
            if (document.equals(old)) {
                return document;
            }
            var state = document.state();
            var event = state == null || state.equals(old.state()) ? null : derived.apply(state);
            var out = event == null ? null : outgoing(document, event);
            var rebuilt = old.state() == null && isSaidAlready(document.lastOut(), out);
            return document.commit(rebuilt ? null : out);
        }

        /** A document that was emptied and comes to what it said last: that is said again, and is no new event. */
        private boolean isSaidAlready(@Nullable Outgoing last, @Nullable Outgoing next) {
            return last != null
                    && next != null
                    && last.type().equals(next.type())
                    && Arrays.equals(last.value(), next.value());
        }

        private Outgoing outgoing(ProjectedDocument<T> document, Event event) {
            var cause = Objects.requireNonNull(lastCause.get(document.id())).envelope();
            return Outgoing.fact(
                    store.stores().source(),
                    document.id(),
                    store.layout().keyOf().apply(document.id()),
                    document.eventSequence() + 1,
                    store.stores().clock().instant(),
                    event,
                    Cause.of(cause));
        }

        List<ProjectedDocument<T>> changed() {
            return documents.values().stream()
                    .filter(document -> document.version()
                            != Objects.requireNonNull(before.get(document.id())).version())
                    .toList();
        }

        Map<String, T> states() {
            var states = new LinkedHashMap<String, T>();
            documents.forEach((id, document) -> {
                if (document.state() != null) {
                    states.put(id, document.state());
                }
            });
            return states;
        }

        List<Outgoing> said() {
            var said = new ArrayList<Outgoing>();
            documents.values().forEach(document -> {
                if (document.lastOut() != null) {
                    said.add(document.lastOut());
                }
            });
            return said;
        }
    }
}
