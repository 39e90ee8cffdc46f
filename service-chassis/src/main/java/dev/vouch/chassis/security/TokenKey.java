package dev.vouch.chassis.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Without a key no token can be checked, and every request would be refused: better to say so at the start. */
@Singleton
class TokenKey {

    private static final int BEFORE_EVERYTHING_ELSE = 1;

    private final Optional<String> key;
    private final Optional<String> location;

    TokenKey(
            @ConfigProperty(name = "mp.jwt.verify.publickey") Optional<String> key,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> location) {
        this.key = key;
        this.location = location;
    }

    void check(@Observes @Priority(BEFORE_EVERYTHING_ELSE) StartupEvent start) {
        objection().ifPresent(why -> {
            throw new ConfigurationException(why);
        });
    }

    Optional<String> objection() {
        if (key.isPresent()) {
            return Optional.empty();
        }
        return location.filter(place -> !place.startsWith("file:") || Files.isReadable(Path.of(URI.create(place))))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("Vouch does not start: there is no key to check tokens with at "
                        + location.orElse("(nowhere)") + ". Set vouch.security.directory to the folder that holds "
                        + "issuer.pub.pem, or mp.jwt.verify.publickey.location and mp.jwt.verify.issuer to your "
                        + "OIDC issuer.");
    }
}
