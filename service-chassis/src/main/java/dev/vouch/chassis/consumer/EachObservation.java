package dev.vouch.chassis.consumer;

import dev.vouch.chassis.event.Cause;
import dev.vouch.chassis.event.Envelope;
import dev.vouch.chassis.event.Reading;
import dev.vouch.chassis.event.Received;
import dev.vouch.chassis.submission.Outcome;
import dev.vouch.chassis.submission.Submission;
import dev.vouch.contract.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Each observation calls a use case, which must be idempotent by a deterministic id of its own; the outcome is kept under the
 * event's id.
 */
public final class EachObservation implements Listener {

    private final Channel channel;
    private final Map<Class<? extends Event>, Function<Received<?>, Outcome>> handlings = new LinkedHashMap<>();

    EachObservation(Channel channel) {
        this.channel = channel;
    }

    @SuppressWarnings("unchecked") // asked only under the class of E
    public <E extends Event> EachObservation on(Class<E> type, Function<Received<E>, Outcome> useCase) {
        handlings.put(type, received -> useCase.apply((Received<E>) received));
        return this;
    }

    public void apply(ConsumerRecords<byte[], byte[]> records) {
        channel.apply(records);
    }

    @Override
    public String part() {
        return "observations";
    }

    @Override
    public Set<Class<? extends Event>> handled() {
        return handlings.keySet();
    }

    /** What was set aside has an outcome too. */
    @Override
    public boolean wantsSkipped(Envelope envelope) {
        return true;
    }

    @Override
    public void hear(List<Heard> batch) {
        var outcomes = new ArrayList<Submission>();
        for (var heard : batch) {
            if (heard.reading() instanceof Reading.Known known && isHandled(known.received())) {
                outcomes.add(submission(known.received().envelope(), outcome(heard.record(), known.received())));
                channel.handled(known.received().envelope());
            } else if (heard.reading() instanceof Reading.Invalid invalid && invalid.envelope() != null) {
                outcomes.add(submission(invalid.envelope(), Outcome.deadLettered(invalid.reason(), invalid.detail())));
            }
        }
        channel.outlast(() -> channel.tools().submissions().record(outcomes));
    }

    private boolean isHandled(Received<?> received) {
        return handlings.containsKey(received.event().getClass());
    }

    private Outcome outcome(ConsumerRecord<byte[], byte[]> record, Received<?> received) {
        var useCase = handlings.get(received.event().getClass());
        var outcome = new ArrayList<Outcome>(1);
        try {
            Cause.within(
                    received.envelope(),
                    () -> channel.outlast(
                            () -> outcome.add(Objects.requireNonNull(useCase).apply(received))));
            return outcome.get(0);
        } catch (RuntimeException fault) {
            channel.deadLetter(record, this, fault);
            return Outcome.deadLettered("handler", Channel.FAULT_OF_OURS);
        }
    }

    private Submission submission(Envelope envelope, Outcome outcome) {
        return new Submission(
                envelope.id(), null, null, outcome, channel.tools().clock().instant());
    }
}
