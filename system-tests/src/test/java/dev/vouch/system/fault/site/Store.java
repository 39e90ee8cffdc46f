package dev.vouch.system.fault.site;

import dev.vouch.local.platform.EmbeddedDatabase;
import java.util.List;

/**
 * What an installation under test stores in.
 *
 * @param uri of a MongoDB; null for one of our own, which {@code main} starts with the arguments folder and port
 * @param heap the JVM's flags for it
 * @param pid of that MongoDB's process, to do it harm; 0 if nobody may, or if it is our own
 */
public record Store(String uri, Class<?> main, List<String> heap, long pid) {

    public static Store embedded() {
        return own(EmbeddedDatabase.class, "-Xmx384m");
    }

    public static Store own(Class<?> main, String... heap) {
        return new Store(null, main, List.of(heap), 0);
    }

    public static Store at(String uri, long pid) {
        return new Store(uri, EmbeddedDatabase.class, List.of(), pid);
    }
}
