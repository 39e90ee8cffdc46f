package dev.vouch.chassis.consumer;

import dev.vouch.chassis.event.Envelope;
import dev.vouch.chassis.event.Reading;
import dev.vouch.chassis.event.Received;
import dev.vouch.contract.Event;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * An event is only the trigger to look at its subject, whose state is stored already. Nothing of it is kept, so the look must
 * be repeatable; an outage delays it, and a subject that makes it fail is set aside alone.
 */
public final class EachSubject implements Listener {

    private final Channel channel;
    private final Set<Class<? extends Event>> handled;
    private final Consumer<Collection<String>> look;

    EachSubject(Channel channel, Set<Class<? extends Event>> handled, Consumer<Collection<String>> look) {
        this.channel = channel;
        this.handled = Set.copyOf(handled);
        this.look = look;
    }

    public void apply(ConsumerRecords<byte[], byte[]> records) {
        channel.apply(records);
    }

    @Override
    public String part() {
        return "subjects";
    }

    @Override
    public Set<Class<? extends Event>> handled() {
        return handled;
    }

    @Override
    public void hear(List<Heard> batch) {
        try {
            channel.outlast(() -> look.accept(subjectsOf(batch)));
        } catch (RuntimeException fault) {
            oneByOne(batch, fault);
            return;
        }
        channel.handled(envelopeOf(batch.get(batch.size() - 1)));
    }

    private void oneByOne(List<Heard> batch, RuntimeException fault) {
        if (batch.size() > 1) {
            batch.forEach(heard -> hear(List.of(heard)));
        } else {
            channel.deadLetter(batch.get(0).record(), this, fault);
        }
    }

    private static Set<String> subjectsOf(List<Heard> batch) {
        var subjects = new LinkedHashSet<String>();
        batch.forEach(heard -> subjects.add(envelopeOf(heard).subject()));
        return subjects;
    }

    /** What reads otherwise is never wanted here. */
    private static Envelope envelopeOf(Heard heard) {
        Received<?> received = ((Reading.Known) heard.reading()).received();
        return received.envelope();
    }
}
