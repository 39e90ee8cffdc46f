package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.AggregateStore;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.deadletter.DeadLetter;
import dev.vouch.chassis.deadletter.DeadLetterPublisher;
import dev.vouch.chassis.deadletter.StillUnusable;
import dev.vouch.chassis.event.Envelope;
import dev.vouch.chassis.event.EventReader;
import dev.vouch.chassis.event.Reading;
import dev.vouch.chassis.observability.ConsumerProgress;
import dev.vouch.chassis.observability.Metrics;
import dev.vouch.chassis.submission.SubmissionStore;
import dev.vouch.contract.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One incoming channel. Reads each record once, sets aside what is invalid, and gives every listener its share; nothing it
 * is given makes it throw, except the end of the process.
 */
public final class Channel {

    private static final Logger LOG = LoggerFactory.getLogger(Channel.class);

    /** What a channel works with. */
    record Tools(
            DeadLetterPublisher deadLetters,
            ConsumerProgress progress,
            Metrics metrics,
            SubmissionStore submissions,
            Clock clock,
            BooleanSupplier stopping) {}

    /** What went wrong inside is for the log; a dead letter is read by others too. */
    static final String FAULT_OF_OURS = "could not be applied; the service's log has the fault under this offset";

    /** Beyond that a time says more about its sender's clock than about us. */
    private static final Duration LONGEST_WAY = Duration.ofDays(30);

    private final String name;
    private final String group;
    private final Tools tools;
    private final Outage outage;
    private final List<Listener> listeners = new ArrayList<>();
    private final ThreadLocal<Boolean> replaying = ThreadLocal.withInitial(() -> false);
    private @Nullable EventReader reader;

    Channel(String name, String group, Tools tools) {
        this.name = name;
        this.group = group;
        this.tools = tools;
        this.outage = new Outage(tools.progress(), tools.stopping());
    }

    /** For histories and for states of low rate: each event changes one aggregate. */
    public <T> EachEvent<T> eachEvent(AggregateStore<T> store) {
        return listening(new EachEvent<>(this, store));
    }

    /** For states of high rate: rule 2. */
    public <T> Projection<T> projection(ProjectionStore<T> store) {
        return listening(new Projection<>(this, store));
    }

    /** For observations: each calls a use case. */
    public EachObservation eachObservation() {
        return listening(new EachObservation(this));
    }

    /**
     * For what is stored already, where an event only says that it is worth a look.
     *
     * @param look at the subjects of a batch
     */
    public EachSubject eachSubject(Set<Class<? extends Event>> types, Consumer<Collection<String>> look) {
        return listening(new EachSubject(this, types, look));
    }

    List<Gap> gaps() {
        return eachEvents().flatMap(each -> each.gaps().stream()).toList();
    }

    void skip(Gap gap, Command by) {
        eachEvents()
                .filter(each -> each.gaps().stream().anyMatch(gap::isAt))
                .findFirst()
                .ifPresent(each -> each.skip(gap, by));
    }

    private Stream<EachEvent<?>> eachEvents() {
        return listeners.stream().filter(EachEvent.class::isInstance).map(each -> (EachEvent<?>) each);
    }

    /** Returns when every record is done: applied, known already, skipped or on the dead letter topic. */
    public void apply(ConsumerRecords<byte[], byte[]> records) {
        tools.progress().started(name);
        try {
            Lanes.run(records, this::untilApplied);
        } finally {
            tools.progress().finished(name);
        }
    }

    /** The last guard: a fault that no listener could tie to one record is said and tried again, never thrown. */
    private void untilApplied(List<ConsumerRecord<byte[], byte[]>> records) {
        outage.survive(name, () -> apply(records));
    }

    private void apply(List<ConsumerRecord<byte[], byte[]>> records) {
        var batch = new ArrayList<Listener.Heard>(records.size());
        for (var record : records) {
            batch.add(new Listener.Heard(record, reader().read(record)));
        }
        setAsideInvalid(batch);
        for (var listener : listeners) {
            var share = batch.stream().filter(heard -> isFor(listener, heard)).toList();
            if (!share.isEmpty()) {
                listener.hear(share);
            }
        }
    }

    /**
     * Gives a record that was set aside to the listener that could not use it, or to all when none could. A person waits for
     * the answer: an outage is thrown.
     *
     * @throws StillUnusable when it would be set aside again
     */
    void replay(DeadLetter letter) {
        var record = letter.original();
        var heard = new Listener.Heard(record, reader().read(record));
        if (heard.reading() instanceof Reading.Invalid invalid) {
            throw new StillUnusable(invalid.reason(), invalid.detail());
        }
        if (heard.reading() instanceof Reading.Known known) {
            tools.submissions().reopen(known.received().envelope().id());
        }
        replaying.set(true);
        try {
            listeners.stream()
                    .filter(listener -> letter.part() == null || letter.part().equals(listener.part()))
                    .filter(listener -> isFor(listener, heard))
                    .forEach(listener -> listener.hear(List.of(heard)));
        } finally {
            replaying.remove();
        }
    }

    /** Whether the current thread hears something again that was set aside. */
    boolean isReplaying() {
        return replaying.get();
    }

    /** Tries a step until no outage stands in its way. */
    void outlast(Runnable step) {
        if (isReplaying()) {
            step.run();
        } else {
            outage.outlast(name, step);
        }
    }

    /**
     * Sets a record aside; an outage only delays it.
     *
     * @param part the listener that cannot use it; null when none can
     */
    void deadLetter(ConsumerRecord<byte[], byte[]> record, @Nullable String part, String reason, String detail) {
        if (isReplaying()) {
            throw new StillUnusable(reason, detail);
        }
        outlast(() -> tools.deadLetters().publish(new DeadLetter(record, group, part, reason, detail)));
    }

    /**
     * A fault of ours on one record: said in the log with its stack, the record set aside, the channel goes on. Not while the
     * process ends: then the fault is that everything around is being closed.
     */
    void deadLetter(ConsumerRecord<byte[], byte[]> record, Listener by, RuntimeException fault) {
        if (Outage.isTransient(fault) || fault instanceof Outage.Interrupted || fault instanceof StillUnusable) {
            throw fault;
        }
        if (tools.stopping().getAsBoolean()) {
            throw new Outage.Interrupted(name);
        }
        LOG.error("channel={} partition={} offset={}", name, record.partition(), record.offset(), fault);
        deadLetter(record, by.part(), "handler", FAULT_OF_OURS);
    }

    /** One event is done; the watchdog and the figures may know. */
    void handled(Envelope envelope) {
        tools.progress().started(name);
        var now = tools.clock().instant();
        if (envelope.time().isAfter(now.minus(LONGEST_WAY))) {
            tools.metrics().endToEnd(name, Duration.between(envelope.time(), now));
        }
    }

    Tools tools() {
        return tools;
    }

    Reading read(ConsumerRecord<byte[], byte[]> record) {
        return reader().read(record);
    }

    String name() {
        return name;
    }

    String group() {
        return group;
    }

    private <L extends Listener> L listening(L listener) {
        listeners.add(listener);
        return listener;
    }

    private synchronized EventReader reader() {
        if (reader == null) {
            var handled = new HashSet<Class<? extends Event>>();
            listeners.forEach(listener -> handled.addAll(listener.handled()));
            reader = new EventReader(handled);
        }
        return reader;
    }

    private void setAsideInvalid(List<Listener.Heard> batch) {
        for (var heard : batch) {
            if (heard.reading() instanceof Reading.Invalid invalid) {
                deadLetter(heard.record(), null, invalid.reason(), invalid.detail());
            } else if (heard.reading() instanceof Reading.Unhandled) {
                tools.metrics().skipped(name, 1);
            }
        }
    }

    private static boolean isFor(Listener listener, Listener.Heard heard) {
        if (heard.reading() instanceof Reading.Known known) {
            var type = known.received().event().getClass();
            return listener.handled().contains(type)
                    || listener.wantsSkipped(known.received().envelope());
        }
        if (heard.reading() instanceof Reading.Unhandled unhandled) {
            return listener.wantsSkipped(unhandled.envelope());
        }
        var envelope = ((Reading.Invalid) heard.reading()).envelope();
        return envelope != null && listener.wantsSkipped(envelope);
    }
}
