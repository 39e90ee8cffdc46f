package dev.vouch.discovery.profile;

import org.jspecify.annotations.Nullable;

/** The CloudEvents source of an import's observations, so that each row's result finds its job. */
public final class ImportSource {

    private static final String PREFIX = "/discovery-service/imports/";

    private ImportSource() {}

    public static String of(String jobId) {
        return PREFIX + jobId;
    }

    static @Nullable String jobOf(String source) {
        return source.startsWith(PREFIX) ? source.substring(PREFIX.length()) : null;
    }
}
