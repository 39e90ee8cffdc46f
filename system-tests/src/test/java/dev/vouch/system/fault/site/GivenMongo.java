package dev.vouch.system.fault.site;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.bson.Document;

/** A MongoDB that somebody started for the test: used only while it holds nothing of Vouch, and left as it was found. */
final class GivenMongo implements AutoCloseable {

    private static final String OURS = "vouch_";
    private static final long PATIENCE_SECONDS = 5;

    private final String uri;
    private final MongoClient client;
    private boolean wasEmpty;
    private boolean closed;

    GivenMongo(String uri) {
        this.uri = uri;
        client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build());
    }

    /** @throws IllegalStateException if it is not empty: what lies there would be taken for the test's, and dropped after it */
    void requireEmpty() {
        if (!databases().isEmpty()) {
            throw new IllegalStateException(
                    uri + " holds " + databases() + ". Give a MongoDB without an installation, or drop these first");
        }
        wasEmpty = true;
    }

    boolean isReady() {
        try {
            var hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
            return hello.getBoolean("isWritablePrimary", false);
        } catch (MongoException away) {
            return false;
        }
    }

    private List<String> databases() {
        return StreamSupport.stream(client.listDatabaseNames().spliterator(), false)
                .filter(name -> name.startsWith(OURS))
                .toList();
    }

    /** The command line of a process, to start it again by: in the foreground, whatever it was told. */
    static List<String> commandOf(long pid) {
        var about = Path.of("/proc", Long.toString(pid));
        try {
            var command = new ArrayList<>(
                    Arrays.asList(Files.readString(about.resolve("cmdline")).split("\0")));
            command.set(0, about.resolve("exe").toRealPath().toString());
            command.remove("--fork");
            return command;
        } catch (IOException gone) {
            throw new UncheckedIOException("there is no process " + pid + ", or it is another user's", gone);
        }
    }

    static Path folderOf(long pid) {
        try {
            return Path.of("/proc", Long.toString(pid), "cwd").toRealPath();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Drops what the test made, and nothing that was there before it. May be said twice. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (wasEmpty) {
            drop();
        }
        client.close();
    }

    private void drop() {
        try {
            databases().forEach(name -> client.getDatabase(name).drop());
        } catch (MongoException away) {
            System.err.println("The databases " + OURS + "* are left at " + uri + ": " + away.getMessage());
        }
    }
}
