package dev.vouch.chassis.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.chassis.Machine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventPublisherIT {

    private static final int PARTITIONS = 120; // the more there are, the longer the broker takes to lead them all
    private static final int RECORDS = 12_000;
    private static final int BYTES = 1_000;
    private static final byte[] KEY = bytes("someone");

    private final Machine machine = Machine.get();
    private final EventPublisher publisher = new EventPublisher(machine.connection());

    @AfterEach
    void close() {
        publisher.close();
    }

    /** The broker may refuse a producer's first batch for want of a leader and take its second a moment later. */
    @Test
    void a_partition_that_is_just_getting_its_leader_takes_everything_in_order() throws Exception {
        publisher.send(records(create(1), 1));
        var topic = create(PARTITIONS);

        publisher.send(records(topic, RECORDS));

        assertThat(machine.read(topic, "someone", RECORDS).stream()
                        .collect(groupingBy(ConsumerRecord::partition, mapping(EventPublisherIT::number, toList()))))
                .hasSize(PARTITIONS)
                .allSatisfy((partition, numbers) ->
                        assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSize(RECORDS / PARTITIONS));
    }

    private static int number(ConsumerRecord<byte[], byte[]> record) {
        return Integer.parseInt(new String(record.value(), StandardCharsets.UTF_8).strip());
    }

    private String create(int partitions) throws Exception {
        var name = "made-" + UUID.randomUUID();
        try (var admin = Admin.create(machine.connection())) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        return name;
    }

    private static List<ProducerRecord<byte[], byte[]>> records(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> new ProducerRecord<>(
                        topic, each % PARTITIONS, KEY, bytes(("%-" + BYTES + "d").formatted(each))))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
