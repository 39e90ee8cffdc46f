package dev.vouch.chassis;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * What follows from a service's name.
 *
 * @param application as the build names it, e.g. {@code campaign-service}
 */
record ServiceName(String application) {

    private static final String LOCAL = "mongodb://localhost:27017";

    static ServiceName from(Config config) {
        return new ServiceName(config.getValue("quarkus.application.name", String.class));
    }

    /** The CloudEvents source. */
    String source() {
        return "/" + application;
    }

    String shortName() {
        return application.replaceFirst("-service$", "").toLowerCase(Locale.ROOT);
    }

    /** One database for each service, whatever they share. */
    String database() {
        return "vouch_" + shortName();
    }

    /** {@code VOUCH_<SERVICE>_MONGODB_URI} before {@code MONGODB_URI}. */
    String mongodbUri(Config config) {
        return ownUri(config)
                .or(() -> config.getOptionalValue("vouch.mongodb.uri", String.class))
                .or(() -> config.getOptionalValue("mongodb.uri", String.class))
                .orElse(LOCAL);
    }

    Optional<String> ownUri(Config config) {
        return config.getOptionalValue("vouch." + shortName() + ".mongodb.uri", String.class);
    }
}
