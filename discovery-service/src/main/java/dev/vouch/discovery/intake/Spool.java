package dev.vouch.discovery.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files between their upload and the end of their import, so that a run that was cut off can begin anew. */
@Singleton
class Spool {

    private final Path folder;

    Spool(@ConfigProperty(name = "vouch.discovery.spool-directory") Path folder) {
        this.folder = folder;
    }

    /** @param contentHash SHA-256 in hex */
    record Received(Path file, String contentHash, long bytes) {}

    Received receive(InputStream upload) {
        try {
            Files.createDirectories(folder);
            var file = Files.createTempFile(folder, "upload", ".part");
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(upload, digest)) {
                var bytes = Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return new Received(file, HexFormat.of().formatHex(digest.digest()), bytes);
            } catch (IOException | RuntimeException fault) {
                Files.deleteIfExists(file);
                throw fault;
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    void keep(Received received, String jobId) {
        try {
            Files.move(received.file(), file(jobId), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    void discard(Received received) {
        delete(received.file());
    }

    boolean has(String jobId) {
        return Files.exists(file(jobId));
    }

    Path file(String jobId) {
        return folder.resolve(jobId + ".data");
    }

    void drop(String jobId) {
        delete(file(jobId));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
