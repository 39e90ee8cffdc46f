package dev.vouch.local.platform;

import de.bwaldvogel.mongo.MongoServer;
import dev.vouch.local.platform.database.DurableBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The embedded store: speaks MongoDB's protocol, for trying Vouch out and for tests. Good to about 100,000 profiles; a
 * production installation sets {@code MONGODB_URI}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final int WORKERS = 64; // a command holds its connection's thread until the commit

    private final DurableBackend backend;
    private final MongoServer server;

    private EmbeddedDatabase(DurableBackend backend, int port) {
        this.backend = backend;
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, WORKERS);
    }

    /** @param port 0 for any free one */
    public static EmbeddedDatabase inMemory(int port) {
        return new EmbeddedDatabase(DurableBackend.inMemory(), port);
    }

    /** @param folder holds the data file; created if missing */
    public static EmbeddedDatabase inFolder(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        return new EmbeddedDatabase(DurableBackend.onFile(folder.resolve("store.mv.db")), port);
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + server.getLocalAddress().getPort();
    }

    /** How many documents were looked at so far; grows with the collection only where no declared index was used. */
    public long examinedDocuments() {
        return backend.examinedDocuments();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    /** Runs the store in its own process: {@code FOLDER PORT}. */
    public static void main(String[] arguments) throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            if (thread.getName().equals("group-commit")) {
                Runtime.getRuntime().halt(1); // the supervisor starts it again from what is committed
            }
        });
        var database = inFolder(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop"));
        System.out.println("ready " + database.uri());
    }
}
