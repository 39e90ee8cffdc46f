package dev.vouch.system.bench;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.vouch.contract.Topics;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;

/**
 * Copies the bytes of records to another topic, or puts them into the store as they are: in batches of 500, each acknowledged
 * before the next.
 */
public final class BaselineProcess {

    private static final int BATCH = 500;

    /** What is done with the records. */
    enum What {
        COPY,
        UPSERT
    }

    private interface Sink {
        void prepare();

        void take(List<ConsumerRecord<byte[], byte[]>> batch);
    }

    private record Copy(KafkaProducer<byte[], byte[]> producer) implements Sink {

        @Override
        public void prepare() {}

        @Override
        public void take(List<ConsumerRecord<byte[], byte[]>> batch) {
            batch.forEach(record -> producer.send(
                    new ProducerRecord<>(Scratch.TOPIC, null, record.key(), record.value(), record.headers())));
            producer.flush();
        }
    }

    private record Upsert(MongoCollection<Document> collection) implements Sink {

        @Override
        public void prepare() {
            collection.drop();
        }

        @Override
        public void take(List<ConsumerRecord<byte[], byte[]>> batch) {
            var models = batch.stream().map(Upsert::model).toList();
            collection.bulkWrite(models, new BulkWriteOptions().ordered(false));
        }

        private static ReplaceOneModel<Document> model(ConsumerRecord<byte[], byte[]> record) {
            var id = new Document("_id", new String(record.key(), StandardCharsets.UTF_8));
            var document = Document.parse(new String(record.value(), StandardCharsets.UTF_8));
            return new ReplaceOneModel<>(id, document.append("_id", id.get("_id")), new ReplaceOptions().upsert(true));
        }
    }

    private BaselineProcess() {}

    /** {@code COPY|UPSERT BOOTSTRAP URI}; a line {@code PARTITION:OFFSET,... COUNT} is answered with {@code NANOS CPUMICROS}. */
    public static void main(String[] arguments) throws IOException {
        try (var consumer = new KafkaConsumer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers",
                                arguments[1],
                                "enable.auto.commit",
                                false,
                                "max.poll.records",
                                BATCH),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", arguments[1], "acks", "all", "linger.ms", 5),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                var client = MongoClients.create(arguments[2])) {
            var sink = What.valueOf(arguments[0]) == What.COPY
                    ? new Copy(producer)
                    : new Upsert(client.getDatabase(Scratch.DATABASE).getCollection("upserts"));
            var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                var words = order.split(" ");
                seek(consumer, words[0]);
                sink.prepare();
                var cpu = cpuMicros();
                var nanos = drain(consumer, Integer.parseInt(words[1]), sink);
                System.out.println(nanos + " " + (cpuMicros() - cpu));
            }
        }
    }

    private static void seek(KafkaConsumer<byte[], byte[]> consumer, String begin) {
        var offsets = new HashMap<TopicPartition, Long>();
        Arrays.stream(begin.split(","))
                .map(each -> each.split(":"))
                .forEach(each -> offsets.put(
                        new TopicPartition(Topics.PROFILE_SUBMISSIONS.name(), Integer.parseInt(each[0])),
                        Long.parseLong(each[1])));
        consumer.assign(offsets.keySet());
        offsets.forEach(consumer::seek);
    }

    private static long drain(KafkaConsumer<byte[], byte[]> consumer, int count, Sink sink) {
        long begun = 0;
        int done = 0;
        while (done < count) {
            var batch = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            consumer.poll(Duration.ofMillis(200)).forEach(batch::add);
            begun = begun == 0 ? System.nanoTime() : begun;
            var wanted = batch.subList(0, Math.min(batch.size(), count - done));
            if (!wanted.isEmpty()) {
                sink.take(wanted);
            }
            done += wanted.size();
        }
        return System.nanoTime() - begun;
    }

    private static long cpuMicros() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1000;
    }
}
