package dev.vouch.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** Bearer tokens as the local issuer mints them. */
public final class Tokens {

    private Tokens() {}

    /** @param holder a role ({@code campaign-manager}), or a service ({@code scoring-service}) for the role service */
    public static String of(String holder) {
        Path folder = ConfigProvider.getConfig().getValue(Platform.SECURITY_DIRECTORY, Path.class);
        String name = holder.equals("service") ? "scoring-service" : holder;
        try {
            return Files.readString(folder.resolve(name + ".token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
