package dev.vouch.chassis.consumer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Parts of a batch side by side, so that one computes while another waits for the store. What has the same key stays in one
 * lane and in order.
 */
final class Lanes {

    private static final int MOST_LANES = Math.min(4, Runtime.getRuntime().availableProcessors());

    /** Fewer make small writes of large ones. */
    private static final int RECORDS_OF_A_LANE = 100;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "vouch-lane");
        thread.setDaemon(true);
        return thread;
    });

    private Lanes() {}

    /** Returns when all parts are done; what one of them throws is thrown. */
    static void run(ConsumerRecords<byte[], byte[]> batch, Consumer<List<ConsumerRecord<byte[], byte[]>>> work) {
        var lanes = split(batch);
        var others = lanes.stream()
                .skip(1)
                .map(lane -> CompletableFuture.runAsync(() -> work.accept(lane), THREADS))
                .toList();
        try {
            work.accept(lanes.get(0));
        } finally {
            others.forEach(Lanes::join);
        }
    }

    private static List<List<ConsumerRecord<byte[], byte[]>>> split(ConsumerRecords<byte[], byte[]> batch) {
        int count = Math.max(1, Math.min(MOST_LANES, batch.count() / RECORDS_OF_A_LANE));
        var lanes = new ArrayList<List<ConsumerRecord<byte[], byte[]>>>(count);
        for (int n = 0; n < count; n++) {
            lanes.add(new ArrayList<>(batch.count() / count));
        }
        batch.forEach(record ->
                lanes.get(Math.floorMod(Arrays.hashCode(record.key()), count)).add(record));
        lanes.removeIf(lane -> lane.isEmpty() && lanes.size() > 1);
        return lanes;
    }

    private static void join(CompletableFuture<Void> lane) {
        try {
            lane.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
