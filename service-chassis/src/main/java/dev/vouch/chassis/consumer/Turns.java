package dev.vouch.chassis.consumer;

import dev.vouch.chassis.aggregate.Draft;
import dev.vouch.chassis.aggregate.Parked;
import dev.vouch.chassis.event.Envelope;
import java.util.ArrayList;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Whose turn it is in a history: the early wait in the document, and are taken when their turn has come. */
final class Turns<T> {

    static final int MAX_PARKED = 50;

    private final Channel channel;
    private final String part;
    private final BiFunction<Draft<T>, Listener.Heard, Draft<T>> fold;

    Turns(Channel channel, String part, BiFunction<Draft<T>, Listener.Heard, Draft<T>> fold) {
        this.channel = channel;
        this.part = part;
        this.fold = fold;
    }

    Draft<T> park(Draft<T> draft, Envelope envelope, ConsumerRecord<byte[], byte[]> record) {
        var parked = draft.parked();
        if (parked.stream().anyMatch(each -> isAt(each, record.topic(), envelope.subject(), envelope.sequence()))) {
            return draft;
        }
        channel.tools().metrics().gaps(channel.name(), 1);
        if (parked.size() >= MAX_PARKED) {
            channel.deadLetter(
                    record,
                    part,
                    "gap",
                    "sequence " + envelope.sequence() + " came before its turn, and " + MAX_PARKED
                            + " events wait already");
            return draft;
        }
        var waiting = new ArrayList<>(parked);
        waiting.add(Parking.park(record, envelope, channel.tools().clock().instant()));
        return draft.parking(waiting);
    }

    /** Takes what waited and is next now; what a skip has left behind is set aside. */
    Draft<T> drain(Draft<T> draft) {
        for (var entry : draft.parked()) {
            var ahead = entry.sequence() - draft.seen().of(entry.topic(), entry.subject());
            if (ahead <= 1) {
                return drain(ahead == 1 ? take(draft, entry) : drop(draft, entry));
            }
        }
        return draft;
    }

    /** @return the draft unchanged when what waits first is no longer what the gap says */
    Draft<T> skipTo(Draft<T> draft, Gap gap) {
        var first = draft.parked().stream()
                .filter(each ->
                        each.topic().equals(gap.topic()) && each.subject().equals(gap.subject()))
                .mapToLong(Parked::sequence)
                .min();
        return first.isPresent() && first.getAsLong() == gap.firstWaiting()
                ? drain(draft.heard(gap.topic(), gap.subject(), gap.firstWaiting() - 1))
                : draft;
    }

    private Draft<T> take(Draft<T> draft, Parked entry) {
        var record = Parking.unpark(entry);
        return fold.apply(without(draft, entry), new Listener.Heard(record, channel.read(record)))
                .heard(entry.topic(), entry.subject(), entry.sequence());
    }

    private Draft<T> drop(Draft<T> draft, Parked entry) {
        channel.deadLetter(
                Parking.unpark(entry), part, "gap", "sequence " + entry.sequence() + " came after it was given up");
        return without(draft, entry);
    }

    private static <T> Draft<T> without(Draft<T> draft, Parked entry) {
        return draft.parking(draft.parked().stream()
                .filter(each -> !isAt(each, entry.topic(), entry.subject(), entry.sequence()))
                .toList());
    }

    private static boolean isAt(Parked entry, String topic, String subject, long sequence) {
        return entry.topic().equals(topic) && entry.subject().equals(subject) && entry.sequence() == sequence;
    }
}
