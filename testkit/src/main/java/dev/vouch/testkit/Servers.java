package dev.vouch.testkit;

import dev.vouch.local.platform.Broker;
import dev.vouch.local.platform.EmbeddedDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** The broker and the store of a test run, wherever they are. */
final class Servers implements AutoCloseable {

    private final String bootstrapServers;
    private final String storeUri;
    private final Closing closing;

    private Servers(String bootstrapServers, String storeUri, Closing closing) {
        this.bootstrapServers = bootstrapServers;
        this.storeUri = storeUri;
        this.closing = closing;
    }

    static Servers start(Path folder) throws IOException {
        var closing = new Closing();
        String givenStore = System.getProperty("vouch.test.mongodb", "");
        if (System.getProperty("vouch.test.containers") != null) {
            var containers = closing.add(new Containers());
            return new Servers(
                    containers.startKafka(), givenStore.isEmpty() ? containers.startMongoDb() : givenStore, closing);
        }
        var broker = closing.add(Broker.start(folder.resolve("broker"), freePort(), freePort()));
        String store =
                givenStore.isEmpty() ? closing.add(EmbeddedDatabase.inMemory(0)).uri() : givenStore;
        return new Servers(broker.bootstrapServers(), store, closing);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    String storeUri() {
        return storeUri;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        closing.close();
    }
}
