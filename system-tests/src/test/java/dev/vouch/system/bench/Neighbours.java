package dev.vouch.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** How much of the machine others used while something was measured: a figure beside a busy neighbour says little. */
final class Neighbours {

    private static final long MICROS_PER_TICK = 10_000;
    private static final int IDLE = 3;
    private static final int IOWAIT = 4;
    private static final int STEAL = 7;

    private final long[] before = ticks();
    private final long oursBefore = ours();

    /** Processors' time used by processes that this one did not start, and by other machines on the same host, in percent of all. */
    long percent() {
        var now = ticks();
        var spent = new long[STEAL + 1];
        Arrays.setAll(spent, each -> (now[each] - before[each]) * MICROS_PER_TICK);
        long all = Arrays.stream(spent).sum();
        long busy = all - spent[IDLE] - spent[IOWAIT];
        return all == 0 ? 0 : Math.max(0, busy - (ours() - oursBefore)) * 100 / all;
    }

    private static long ours() {
        var me = ProcessHandle.current();
        return Stream.concat(Stream.of(me), me.descendants())
                .mapToLong(each -> each.isAlive() ? ProcessFigures.cpuMicros(each.pid()) : 0)
                .sum();
    }

    private static long[] ticks() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return Arrays.stream(lines.findFirst().orElseThrow().split(" +"))
                    .skip(1)
                    .limit(STEAL + 1)
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
