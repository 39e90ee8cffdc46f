package dev.vouch.chassis.deadletter;

import dev.vouch.chassis.observability.Metrics;
import dev.vouch.chassis.outbox.EventPublisher;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets single records aside at once; the good ones around them go on. */
public class DeadLetterPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterPublisher.class);

    private final EventPublisher publisher;
    private final Metrics metrics;
    private final Clock clock;

    public DeadLetterPublisher(EventPublisher publisher, Metrics metrics, Clock clock) {
        this.publisher = publisher;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Returns when the broker holds it; throws like the publisher while it is away. */
    public void publish(DeadLetter letter) {
        var record = letter.toRecord(clock.instant());
        try {
            publisher.send(List.of(record));
        } catch (RecordTooLargeException tooLarge) {
            LOG.error("dead letter without its value, which is too large: {}", tooLarge.toString());
            publisher.send(List.of(letter.withoutValue(record)));
        }
        metrics.deadLetter(letter.original().topic(), letter.reason());
        LOG.warn(
                "dead letter topic={} partition={} offset={} reason={} detail={}",
                letter.original().topic(),
                letter.original().partition(),
                letter.original().offset(),
                letter.reason(),
                letter.detail());
    }
}
