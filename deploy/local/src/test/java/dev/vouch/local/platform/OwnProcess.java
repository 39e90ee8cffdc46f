package dev.vouch.local.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one of the platform's mains in its own JVM, so that it can be killed without mercy. */
final class OwnProcess implements AutoCloseable {

    private final Process process;

    private OwnProcess(Process process) {
        this.process = process;
    }

    /** Returns when the process says that it is ready. */
    static OwnProcess of(Class<?> main, Object... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        awaitReady(process.inputReader(StandardCharsets.UTF_8));
        return new OwnProcess(process);
    }

    private static void awaitReady(BufferedReader output) throws IOException {
        var said = new ArrayList<String>();
        String line = output.readLine();
        while (line != null && !line.startsWith("ready")) {
            said.add(line);
            line = output.readLine();
        }
        assertThat(line).as("the process said only: %s", said).isNotNull();
        drain(output);
    }

    private static void drain(BufferedReader output) {
        var thread = new Thread(() -> {
            try {
                while (output.readLine() != null) {
                    // only so that the process is never blocked by a full pipe
                }
            } catch (IOException endOfProcess) {
                // nothing more to read
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** kill -9 */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
