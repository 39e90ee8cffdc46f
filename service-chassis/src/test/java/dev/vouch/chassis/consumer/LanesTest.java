package dev.vouch.chassis.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final int KEYS = 50;

    @Test
    void each_record_is_worked_on_once_and_those_of_a_key_in_their_order() {
        var byKey = new ConcurrentHashMap<String, List<Long>>();

        Lanes.run(
                batch(1_000),
                lane -> lane.forEach(record -> byKey.computeIfAbsent(
                                new String(record.key(), StandardCharsets.UTF_8), key -> new ArrayList<>())
                        .add(record.offset())));

        assertThat(byKey)
                .hasSize(KEYS)
                .allSatisfy((key, offsets) ->
                        assertThat(offsets).hasSize(1_000 / KEYS).isSorted());
    }

    @Test
    void a_small_batch_stays_together() {
        var lanes = new ConcurrentLinkedQueue<Integer>();

        Lanes.run(batch(150), lane -> lanes.add(lane.size()));

        assertThat(lanes).containsExactly(150);
    }

    @Test
    void records_without_a_key_stay_together() {
        var lanes = new ConcurrentLinkedQueue<Integer>();

        Lanes.run(batch(1_000, offset -> null), lane -> lanes.add(lane.size()));

        assertThat(lanes).containsExactly(1_000);
    }

    @Test
    void what_one_lane_throws_is_thrown_after_all_have_come_to_their_end() {
        var worked = new ConcurrentLinkedQueue<Long>();

        assertThatThrownBy(() -> Lanes.run(batch(1_000), lane -> {
                    lane.forEach(record -> worked.add(record.offset()));
                    if (lane.get(lane.size() - 1).offset() == 999) {
                        throw new Outage.Interrupted("channel");
                    }
                }))
                .isInstanceOf(Outage.Interrupted.class);
        assertThat(worked).hasSize(1_000);
    }

    private static ConsumerRecords<byte[], byte[]> batch(int records) {
        return batch(records, offset -> ("key-" + offset % KEYS).getBytes(StandardCharsets.UTF_8));
    }

    private static ConsumerRecords<byte[], byte[]> batch(int records, IntFunction<byte[]> key) {
        var partition = new TopicPartition("topic", 0);
        return new ConsumerRecords<>(
                Map.of(
                        partition,
                        IntStream.range(0, records)
                                .mapToObj(offset -> new ConsumerRecord<>(
                                        partition.topic(), 0, offset, key.apply(offset), new byte[0]))
                                .toList()),
                Map.of());
    }
}
