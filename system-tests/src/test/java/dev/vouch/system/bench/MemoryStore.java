package dev.vouch.system.bench;

import dev.vouch.local.platform.EmbeddedDatabase;
import dev.vouch.system.fault.site.Store;

/** The embedded store's protocol server without a disk: a figure then shows Vouch and not the stand-in's commits. */
public final class MemoryStore {

    /** Room for some hundred thousand profiles, given at once: a heap that grows would be collected as a whole each time. */
    static final long HEAP_MEBIBYTES = 12_288;

    private MemoryStore() {}

    static Store store() {
        return Store.own(MemoryStore.class, "-Xmn2g", "-Xms" + HEAP_MEBIBYTES + "m", "-Xmx" + HEAP_MEBIBYTES + "m");
    }

    /** {@code FOLDER PORT}, as the embedded store is started; the folder stays empty. */
    public static void main(String[] arguments) {
        var database = EmbeddedDatabase.inMemory(Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop"));
        System.out.println("ready " + database.uri());
    }
}
