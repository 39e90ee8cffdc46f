package dev.vouch.local.platform.mail;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What went over each SMTP connection and when: commands and answers as they were, of a message only how many bytes arrived
 * together, and whether the closing dot was among them. So the log shows whether a sender paused between body and dot.
 */
final class SmtpTranscript {

    private static final String DOT = "\r\n.\r\n";

    private final Path file;
    private final Clock clock;
    private final AtomicInteger connections = new AtomicInteger();

    SmtpTranscript(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    Connection connection() {
        return new Connection(connections.incrementAndGet());
    }

    private synchronized void write(int connection, String what) {
        try {
            Files.writeString(
                    file,
                    "%s connection=%d %s%n".formatted(clock.instant(), connection, what),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One client's side of the story. */
    final class Connection {

        private final int number;
        private boolean inMessage;
        private String lastBytes = "";

        private Connection(int number) {
            this.number = number;
        }

        void note(String what) {
            write(number, what);
        }

        InputStream observe(InputStream client) {
            return new FilterInputStream(client) {
                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    int count = super.read(bytes, from, length);
                    arrived(count < 0 ? "" : new String(bytes, from, count, StandardCharsets.ISO_8859_1), count < 0);
                    return count;
                }
            };
        }

        private void arrived(String text, boolean end) {
            if (end) {
                note(inMessage ? "client=broke-off-without-dot" : "client=closed");
            } else if (inMessage) {
                lastBytes =
                        (lastBytes + text).substring(Math.max(0, lastBytes.length() + text.length() - DOT.length()));
                boolean complete = lastBytes.equals(DOT);
                note("client=message bytes=" + text.length() + " dot=" + complete);
                inMessage = !complete;
            } else {
                text.lines().forEach(line -> note("client=\"" + line + "\""));
            }
        }

        OutputStream observe(OutputStream server) {
            return new FilterOutputStream(server) {
                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    answered(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
                    out.write(bytes, from, length);
                }
            };
        }

        private void answered(String text) {
            text.lines().filter(line -> !line.isBlank()).forEach(line -> {
                note("server=\"" + line + "\"");
                if (line.startsWith("354")) {
                    inMessage = true;
                    lastBytes = "\r\n";
                }
            });
        }
    }
}
