package dev.vouch.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.Machine;
import dev.vouch.contract.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class BacklogIT {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration MORE = LIMIT.plusSeconds(1);
    private static final String TOPIC = Topics.REPLY_SUBMISSIONS.name();

    private final Machine machine = Machine.get();
    private final AtomicLong nanoTime = new AtomicLong(1);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ConsumerProgress progress = new ConsumerProgress();
    private final Backlog backlog =
            new Backlog(new Broker(machine.connection()), progress, new Metrics(registry), nanoTime::get);
    private final Backlog.Reader reader = new Backlog.Reader("replies", "backlog-" + System.nanoTime(), TOPIC);

    @Test
    void a_channel_that_stands_still_while_records_wait_is_found_and_one_that_moves_is_not() {
        var first = send();
        look();
        later();
        assertThat(backlog.standingFor(LIMIT)).isEmpty();
        look();
        later();

        assertThat(backlog.standingFor(LIMIT)).contains("replies");
        assertThat(registry.get("vouch.consumer.lag")
                        .tag("channel", "replies")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(1);

        machine.commit(reader.group(), TOPIC, 0, first + 1);
        look();
        later();
        send();
        look();

        assertThat(backlog.standingFor(LIMIT)).as("it has moved since").isEmpty();
    }

    @Test
    void the_time_of_an_outage_does_not_count() {
        send();
        look();
        progress.outage("replies", true);
        later();
        look();

        assertThat(backlog.standingFor(LIMIT)).isEmpty();
    }

    private void look() {
        backlog.look(reader);
    }

    private void later() {
        nanoTime.addAndGet(MORE.toNanos() / 2 + 1);
    }

    /** @return the offset of the record in partition 0 */
    private long send() {
        machine.publisher.send(List.of(new ProducerRecord<>(TOPIC, 0, new byte[] {1}, new byte[] {2})));
        return machine.end(TOPIC, 0) - 1;
    }
}
