package dev.vouch.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kernel says of a process. */
final class ProcessFigures {

    private static final int UTIME = 11; // after the name, which may hold spaces
    private static final long MICROS_PER_TICK = 10_000;

    private ProcessFigures() {}

    /** Processor time so far, user and system, in microseconds; exact to 10 ms. */
    static long cpuMicros(long pid) {
        var stat = read(pid, "stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1])) * MICROS_PER_TICK;
    }

    /** Resident memory in MiB. */
    static long residentMebibytes(long pid) {
        return kibibytes(read(pid, "status"), "VmRSS:") / 1024;
    }

    /** The same, where what several processes map counts for each by its share. */
    static long proportionalMebibytes(long pid) {
        return kibibytes(read(pid, "smaps_rollup"), "Pss:") / 1024;
    }

    private static long kibibytes(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
