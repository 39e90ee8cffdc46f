package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.aggregate.Draft;
import dev.vouch.chassis.event.Cause;
import dev.vouch.chassis.event.Envelope;
import dev.vouch.chassis.event.Reading;
import dev.vouch.chassis.event.Received;
import dev.vouch.contract.Event;
import dev.vouch.contract.EventTypes;
import dev.vouch.contract.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule 1 for consumers: each event changes one aggregate, and what was heard is remembered in the same write.
 *
 * <p>Of a history, events are applied in sequence; an early one waits in the document, at most {@link Turns#MAX_PARKED}. Of a
 * state, the newest wins and gaps are legal. The look given to {@link #then} follows every delivery, heard before or not, so
 * that a crash between write and look delays only; it must be repeatable.
 */
public final class EachEvent<T> implements Listener {

    static final int MAX_GAPS = 100;

    private static final Logger LOG = LoggerFactory.getLogger(EachEvent.class);

    /** What one type of event does to the aggregate; null while there is none. */
    @FunctionalInterface
    public interface Fold<T, E extends Event> {
        @Nullable
        T apply(@Nullable T current, Received<E> received);
    }

    private record Handling<T, E extends Event>(Fold<T, E> fold, Announcement<T> announcement) {

        @SuppressWarnings("unchecked") // put under the class of E by on()
        Draft<T> apply(Draft<T> draft, Received<?> received) {
            var next = fold.apply(draft.state(), (Received<E>) received);
            return next == null || next.equals(draft.state())
                    ? draft.with(next)
                    : draft.with(next).announcing(announcement.of(draft.state(), next));
        }
    }

    private final Channel channel;
    private final AggregateStore<T> store;
    private final Map<Class<? extends Event>, Handling<T, ?>> handlings = new LinkedHashMap<>();
    private Function<Envelope, String> idOf = Envelope::subject;
    private Consumer<String> look = id -> {};

    EachEvent(Channel channel, AggregateStore<T> store) {
        this.channel = channel;
        this.store = store;
    }

    /** @param id the document from the envelope alone; by default the subject */
    public EachEvent<T> identifiedBy(Function<Envelope, String> id) {
        idOf = id;
        return this;
    }

    public <E extends Event> EachEvent<T> on(Class<E> type, Fold<T, E> fold) {
        return on(type, fold, Announcement.none());
    }

    /** @param announcement of the change that the fold made; nothing is announced when it made none */
    public <E extends Event> EachEvent<T> on(Class<E> type, Fold<T, E> fold, Announcement<T> announcement) {
        if (EventTypes.of(type).topic().kind() == Topic.Kind.OBSERVATIONS) {
            throw new IllegalArgumentException(type.getSimpleName() + " has no sequence; use eachObservation()");
        }
        handlings.put(type, new Handling<>(fold, announcement));
        return this;
    }

    public EachEvent<T> then(Consumer<String> lookAt) {
        look = lookAt;
        return this;
    }

    public void apply(ConsumerRecords<byte[], byte[]> records) {
        channel.apply(records);
    }

    @Override
    public String part() {
        return store.collection().getNamespace().getCollectionName();
    }

    @Override
    public Set<Class<? extends Event>> handled() {
        return handlings.keySet();
    }

    /** Of a history every sequence counts; of a state only those that say something. */
    @Override
    public boolean wantsSkipped(Envelope envelope) {
        return envelope.sequence() > 0 && topic().kind() == Topic.Kind.HISTORY;
    }

    @Override
    public void hear(List<Heard> batch) {
        batch.forEach(this::hear);
    }

    /** What waits for an earlier event, over at most {@link #MAX_GAPS} documents. */
    List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        store.parked(MAX_GAPS).forEach((id, parked) -> gaps.addAll(Gap.of(channel.name(), id, parked)));
        gaps.removeIf(gap -> !gap.topic().equals(topic().name()));
        return gaps;
    }

    /** Gives up the missing events of a subject: the first that waits is applied as if they had come. */
    void skip(Gap gap, Command by) {
        store.edit(gap.document(), by, draft -> turns().skipTo(draft, gap));
        lookAt(gap.document());
    }

    private void hear(Heard heard) {
        var envelope = envelopeOf(heard.reading());
        try {
            Cause.within(envelope, () -> {
                var id = idOf.apply(envelope);
                channel.outlast(() -> store.edit(id, command(), draft -> next(draft, envelope, heard)));
                lookAt(id);
            });
        } catch (RuntimeException fault) {
            channel.deadLetter(heard.record(), this, fault);
        }
        channel.handled(envelope);
    }

    private void lookAt(String id) {
        try {
            look.accept(id);
        } catch (RuntimeException laterByTimer) {
            LOG.warn("channel={} look at {} failed, its timer will repeat it", channel.name(), id, laterByTimer);
        }
    }

    private Command command() {
        return Command.bySystem(channel.name());
    }

    private Draft<T> next(Draft<T> draft, Envelope envelope, Heard heard) {
        var seen = draft.seen().of(heard.record().topic(), envelope.subject());
        if (envelope.sequence() <= seen && channel.isReplaying() && topic().kind() == Topic.Kind.HISTORY) {
            return late(draft, envelope, heard);
        }
        if (envelope.sequence() <= seen) {
            channel.tools().metrics().duplicates(channel.name(), 1);
            return draft;
        }
        if (topic().kind() == Topic.Kind.HISTORY && envelope.sequence() > seen + 1) {
            return turns().park(draft, envelope, heard.record());
        }
        var folded = fold(draft, heard);
        return turns().drain(folded.heard(heard.record().topic(), envelope.subject(), envelope.sequence()));
    }

    /** Its turn passed when it was set aside; a mark of its own lets it be made up for once. */
    private Draft<T> late(Draft<T> draft, Envelope envelope, Heard heard) {
        var mark = heard.record().topic() + "#" + envelope.sequence();
        return draft.seen().of(mark, envelope.subject()) > 0
                ? draft
                : fold(draft, heard).heard(mark, envelope.subject(), envelope.sequence());
    }

    /** A fault of ours sets the record aside; its sequence counts all the same, or the whole subject would wait for it. */
    private Draft<T> fold(Draft<T> draft, Heard heard) {
        if (heard.reading() instanceof Reading.Known known) {
            var handling = handlings.get(known.received().event().getClass());
            try {
                return handling == null ? draft : handling.apply(draft, known.received());
            } catch (RuntimeException fault) {
                channel.deadLetter(heard.record(), this, fault);
            }
        }
        return draft;
    }

    private Turns<T> turns() {
        return new Turns<>(channel, part(), this::fold);
    }

    private Topic topic() {
        return EventTypes.of(handlings.keySet().iterator().next()).topic();
    }

    private static Envelope envelopeOf(Reading reading) {
        if (reading instanceof Reading.Known known) {
            return known.received().envelope();
        }
        if (reading instanceof Reading.Unhandled unhandled) {
            return unhandled.envelope();
        }
        return Objects.requireNonNull(((Reading.Invalid) reading).envelope());
    }
}
