package dev.vouch.local.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker, controller included, on one small node; what it acknowledged is still there after a kill. */
public final class Broker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Returns when the broker can be used.
     *
     * @param folder keeps the topics; formatted at the first start
     */
    public static Broker start(Path folder, int port, int controllerPort) throws IOException {
        format(folder);
        var thread = Thread.currentThread();
        var callers = thread.getContextClassLoader();
        thread.setContextClassLoader(Broker.class.getClassLoader()); // the broker loads its plugins through it
        try {
            var settings = new KafkaConfig(settings(folder, port, controllerPort), false);
            var server = new KafkaRaftServer(settings, Time.SYSTEM);
            server.startup();
            return new Broker(server, port);
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private static void format(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        var formatter = new Formatter();
        formatter
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NODE)
                .setControllerListenerName(CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .setIgnoreFormatted(true);
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IOException("The broker's folder " + folder + " could not be formatted", e);
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("controller.listener.names", CONTROLLER);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", "16777216");
        settings.put("broker.session.timeout.ms", "3000"); // a restart after a kill waits for it
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("log.segment.bytes", "67108864");
        return settings;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Runs the broker in its own process: {@code FOLDER PORT CONTROLLER_PORT}. */
    public static void main(String[] arguments) throws IOException {
        var broker = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        System.out.println("ready " + broker.bootstrapServers());
        broker.server.awaitShutdown();
    }
}
