package dev.vouch.system.fault.site;

import dev.vouch.local.platform.EmbeddedDatabase;

/**
 * What an installation under test stores in.
 *
 * @param uri of a MongoDB; null for one of our own, which {@code main} starts with the arguments folder and port
 */
public record Store(String uri, Class<?> main, String heap) {

    /** {@code MONGODB_URI}, or the embedded store. */
    public static Store given() {
        var uri = System.getenv("MONGODB_URI");
        return uri == null ? embedded() : at(uri);
    }

    public static Store embedded() {
        return new Store(null, EmbeddedDatabase.class, "-Xmx384m");
    }

    public static Store at(String uri) {
        return new Store(uri, EmbeddedDatabase.class, "");
    }
}
