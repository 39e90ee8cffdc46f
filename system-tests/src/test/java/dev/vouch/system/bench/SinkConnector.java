package dev.vouch.system.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Signal;
import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * The official MongoDB sink connector in Kafka Connect, doing nothing but consume and upsert. It lives through all rounds and stands
 * still except while it is measured, as what it consumes is put on its topic meanwhile. It has all of the JVM's compilers.
 */
final class SinkConnector implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(10);
    private static final Duration COMMITTED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final MongoClient client;
    private final MongoCollection<Document> documents;

    /** @param libraries the folder of Kafka Connect's and the connector's jars */
    SinkConnector(Site site, Path libraries, int tasks) throws IOException {
        var collection = "sink-" + tasks;
        var folder = Files.createDirectories(site.folder().resolve(collection));
        var worker = file(folder.resolve("worker.properties"), worker(site, folder));
        var connector = file(folder.resolve("connector.properties"), connector(site, collection, tasks));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        libraries + "/*",
                        "org.apache.kafka.connect.cli.ConnectStandalone",
                        worker.toString(),
                        connector.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        client = MongoClients.create(site.databaseUri());
        documents = client.getDatabase(Scratch.DATABASE).getCollection(collection);
    }

    /** Takes the records that were put on its topic since it rested; counted from the first batch that it wrote. */
    Baseline.Result run(int count) {
        long cpu = ProcessFigures.cpuMicros(process.pid());
        Signal.CONT.sendTo(process.pid());
        long first = 0;
        long atFirst = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (long seen = 0; seen < count; seen = documents.estimatedDocumentCount()) {
            if (first == 0 && seen > 0) {
                first = System.nanoTime();
                atFirst = seen;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the sink connector wrote only " + seen + " of " + count);
            }
            Pause.of(LOOK);
        }
        long nanos = System.nanoTime() - first;
        cpu = ProcessFigures.cpuMicros(process.pid()) - cpu;
        rest(count);
        return new Baseline.Result(nanos * count / Math.max(1, count - atFirst), cpu);
    }

    /** Stands still, once its offsets are committed, with an empty collection. */
    private void rest(int count) {
        Pause.of(COMMITTED);
        Signal.STOP.sendTo(process.pid());
        if (documents.deleteMany(new Document()).getDeletedCount() != count) {
            throw new IllegalStateException("the sink connector took records of another round");
        }
    }

    private static Map<String, String> worker(Site site, Path folder) throws IOException {
        try (var free = new ServerSocket(0)) {
            var settings = new LinkedHashMap<String, String>();
            settings.put("bootstrap.servers", site.bootstrapServers());
            settings.put("listeners", "http://127.0.0.1:" + free.getLocalPort());
            settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
            settings.put("value.converter", "org.apache.kafka.connect.storage.StringConverter");
            settings.put(
                    "offset.storage.file.filename", folder.resolve("offsets").toString());
            settings.put("offset.flush.interval.ms", "500");
            settings.put("plugin.discovery", "only_scan");
            settings.put("consumer.max.poll.records", "500");
            settings.put("consumer.session.timeout.ms", "600000"); // it stands still between its turns
            settings.put("consumer.auto.offset.reset", "earliest");
            return settings;
        }
    }

    /** The record's key becomes the document's id, whatever is there is replaced, in unordered bulk writes: the connector at its best. */
    private static Map<String, String> connector(Site site, String collection, int tasks) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("name", collection);
        settings.put("connector.class", "com.mongodb.kafka.connect.MongoSinkConnector");
        settings.put("tasks.max", Integer.toString(tasks));
        settings.put("topics", Scratch.TOPIC);
        settings.put("connection.uri", site.databaseUri());
        settings.put("database", Scratch.DATABASE);
        settings.put("collection", collection);
        settings.put("bulk.write.ordered", "false");
        settings.put("max.batch.size", "500");
        settings.put("transforms", "id");
        settings.put("transforms.id.type", "org.apache.kafka.connect.transforms.HoistField$Key");
        settings.put("transforms.id.field", "_id");
        settings.put(
                "document.id.strategy", "com.mongodb.kafka.connect.sink.processor.id.strategy.ProvidedInKeyStrategy");
        settings.put(
                "writemodel.strategy", "com.mongodb.kafka.connect.sink.writemodel.strategy.ReplaceOneDefaultStrategy");
        return settings;
    }

    private static Path file(Path file, Map<String, String> settings) throws IOException {
        var text = new StringWriter();
        settings.forEach((name, value) -> text.write(name + "=" + value + "\n"));
        return Files.writeString(file, text.toString());
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
