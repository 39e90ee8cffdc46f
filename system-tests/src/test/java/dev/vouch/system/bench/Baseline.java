package dev.vouch.system.bench;

import dev.vouch.system.fault.site.Site;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the machine can do at best with the same records, in a process of its own that lives through all rounds as the services
 * do, so that it is as warm as they are. It has all of the JVM's compilers, whatever the services are started with.
 */
final class Baseline implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;

    /** @param nanos from the first record read to the last acknowledged */
    record Result(long nanos, long cpuMicros) {}

    Baseline(Site site, BaselineProcess.What what) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BaselineProcess.class.getName(),
                        what.name(),
                        site.bootstrapServers(),
                        site.databaseUri())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        answers = process.inputReader();
    }

    /** Takes so many submissions from there on. */
    Result run(Map<Integer, Long> begin, int count) {
        var offsets = begin.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(","));
        try {
            var orders = process.outputWriter();
            orders.write(offsets + " " + count + "\n");
            orders.flush();
            var result = answers.readLine();
            if (result == null) {
                throw new IllegalStateException("a baseline ended without a result");
            }
            var fields = result.split(" ");
            return new Result(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
