package dev.vouch.system.bench;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import dev.vouch.contract.Topics;
import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.Document;

/**
 * What the machine can do at best with the same records, in a process like a service's: copy the bytes to another topic, or put
 * them into the store as they are. In batches of 500, each acknowledged before the next.
 */
public final class Baseline {

    static final String COPIES = "vouch.bench.copies";

    private static final int BATCH = 500;

    /** @param nanos from the first record read to the last acknowledged; the JVM's start does not count */
    record Result(long nanos, long cpuMicros) {}

    private interface Sink {
        void take(List<ConsumerRecord<byte[], byte[]>> batch);
    }

    private Baseline() {}

    static void prepare(String bootstrapServers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(COPIES, 12, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where each partition of the topic ends now. */
    static Map<Integer, Long> ends(String bootstrapServers, String topic) {
        try (var consumer = consumer(bootstrapServers)) {
            var partitions = partitions(consumer, topic);
            return consumer.endOffsets(partitions).entrySet().stream()
                    .collect(Collectors.toMap(each -> each.getKey().partition(), Map.Entry::getValue));
        }
    }

    /** Runs in a JVM of its own over the given number of submissions from there on. */
    static Result run(Site site, String what, Map<Integer, Long> begin, int count) throws IOException {
        var offsets = begin.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(","));
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx224m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Baseline.class.getName(),
                        what,
                        site.bootstrapServers(),
                        site.databaseUri(),
                        offsets,
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = process.inputReader()) {
            var result = output.lines()
                    .filter(line -> line.startsWith("result "))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(what + " ended without a result"));
            var fields = result.split(" ");
            return new Result(Long.parseLong(fields[1]), Long.parseLong(fields[2]));
        }
    }

    /** {@code copy|upsert BOOTSTRAP URI PARTITION:OFFSET,... COUNT} */
    public static void main(String[] arguments) {
        var count = Integer.parseInt(arguments[4]);
        try (var consumer = consumer(arguments[1]);
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", arguments[1], "acks", "all", "linger.ms", 5),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
                var client = MongoClients.create(arguments[2])) {
            var topic = Topics.PROFILE_SUBMISSIONS.name();
            var offsets = new HashMap<TopicPartition, Long>();
            Arrays.stream(arguments[3].split(","))
                    .map(each -> each.split(":"))
                    .forEach(each ->
                            offsets.put(new TopicPartition(topic, Integer.parseInt(each[0])), Long.parseLong(each[1])));
            consumer.assign(offsets.keySet());
            offsets.forEach(consumer::seek);
            var collection = client.getDatabase("vouch_bench").getCollection("copies");
            Sink sink =
                    arguments[0].equals("copy") ? batch -> copy(producer, batch) : batch -> upsert(collection, batch);
            var cpu = cpuMicros();
            var nanos = drain(consumer, count, sink);
            System.out.println("result " + nanos + " " + (cpuMicros() - cpu));
        }
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

    private static void copy(KafkaProducer<byte[], byte[]> producer, List<ConsumerRecord<byte[], byte[]>> batch) {
        batch.forEach(record ->
                producer.send(new ProducerRecord<>(COPIES, null, record.key(), record.value(), record.headers())));
        producer.flush();
    }

    private static void upsert(MongoCollection<Document> collection, List<ConsumerRecord<byte[], byte[]>> batch) {
        var models = batch.stream()
                .map(record -> {
                    var id = new Document("_id", new String(record.key(), StandardCharsets.UTF_8));
                    var document = Document.parse(new String(record.value(), StandardCharsets.UTF_8));
                    return new ReplaceOneModel<>(
                            id, document.append("_id", id.get("_id")), new ReplaceOptions().upsert(true));
                })
                .toList();
        collection.bulkWrite(models, new BulkWriteOptions().ordered(false));
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", bootstrapServers, "enable.auto.commit", false, "max.poll.records", BATCH),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
    }

    private static long cpuMicros() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1000;
    }
}
