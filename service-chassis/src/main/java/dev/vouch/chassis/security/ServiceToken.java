package dev.vouch.chassis.security;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The token with which this service asks another one. Read again when its file was replaced, so that tokens may expire. */
@Singleton
public class ServiceToken {

    private static final String SETTING = "vouch.security.service-token-file";

    private record Read(FileTime modified, String token) {}

    private final Optional<Path> file;
    private volatile @Nullable Read last;

    public ServiceToken(@ConfigProperty(name = SETTING) Optional<Path> file) {
        this.file = file;
    }

    /** The value of the {@code Authorization} header. */
    public String header() {
        return "Bearer " + token();
    }

    private String token() {
        var path = file.orElseThrow(() -> new IllegalStateException(SETTING + " names no file"));
        try {
            var modified = Files.getLastModifiedTime(path);
            var known = last;
            if (known == null || !known.modified().equals(modified)) {
                known = new Read(modified, Files.readString(path).strip());
                last = known;
            }
            return known.token();
        } catch (IOException e) {
            throw new UncheckedIOException("no service token in " + path, e);
        }
    }
}
