package dev.vouch.chassis.consumer;

import dev.vouch.chassis.event.Envelope;
import dev.vouch.chassis.event.Reading;
import dev.vouch.contract.Event;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One of the things that a channel's records go to. */
interface Listener {

    /** A record together with what it read as. */
    record Heard(ConsumerRecord<byte[], byte[]> record, Reading reading) {}

    /** Names it among the channel's listeners, for the letters that it sets aside. */
    String part();

    Set<Class<? extends Event>> handled();

    /** Takes its share of a batch, in order; repeatable as a whole, as an outage may end it anywhere. */
    void hear(List<Heard> batch);

    /** Whether a record that it does not handle, or that was set aside, still moves what it has seen. */
    default boolean wantsSkipped(Envelope envelope) {
        return false;
    }
}
