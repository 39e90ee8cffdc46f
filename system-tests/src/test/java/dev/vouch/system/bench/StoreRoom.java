package dev.vouch.system.bench;

import dev.vouch.system.fault.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a store that keeps everything in memory can take more, judged by what it took before. A MongoDB of yours always can. */
final class StoreRoom {

    private static final long RESERVED_MEBIBYTES = 2_000;

    private final Site site;
    private double mebibytesOfEach;

    StoreRoom(Site site) {
        this.site = site;
    }

    boolean isThereFor(int profiles) {
        if (site.unit(Site.STORE) == null) {
            return true;
        }
        double needed = profiles * mebibytesOfEach;
        return needed < MemoryStore.HEAP_MEBIBYTES * 0.8 - resident() && needed < available() - RESERVED_MEBIBYTES;
    }

    void fill(int profiles, Runnable work) {
        long before = resident();
        work.run();
        mebibytesOfEach = profiles == 0 ? mebibytesOfEach : (double) (resident() - before) / profiles;
    }

    private long resident() {
        return site.unit(Site.STORE) == null
                ? 0
                : ProcessFigures.residentMebibytes(site.unit(Site.STORE).pid());
    }

    private static long available() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1_024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
