package dev.vouch.system.fault.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A mail server with bad manners, which ones the recipient's name says. It writes into the mail server's log what it kept and
 * where it kept its answer back.
 */
public final class HostileMail implements AutoCloseable {

    /** What happens to a message to an address that begins with its name. */
    public enum Manners {
        FAIR,
        SILENT_AFTER_DOT,
        RESET_AFTER_DOT,
        LATE,
        TOO_LATE,
        GREYLISTED,
        MAILBOX_FULL,
        NOBODY_HERE,
        BUSY_AFTER_DOT,
        CLOSING_AFTER_DOT,
        REFUSED_AFTER_DOT,
        CUT_BEFORE_DOT;

        /** As an address begins. */
        public String prefix() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.') + "-";
        }

        static Manners towards(String recipient) {
            for (var each : values()) {
                if (recipient.startsWith(each.prefix())) {
                    return each;
                }
            }
            return FAIR;
        }
    }

    private static final Duration LATE = Duration.ofSeconds(4);
    private static final Duration TOO_LATE = Duration.ofSeconds(11);

    private final ServerSocket server;
    private final Path log;
    private final Set<String> turnedAway = ConcurrentHashMap.newKeySet();
    private final Set<String> commands = ConcurrentHashMap.newKeySet();

    public HostileMail(Path log) throws IOException {
        this.log = log;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The first words of all commands so far. */
    public Set<String> commands() {
        return Set.copyOf(commands);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                inBackground(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "hostile-mail");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(client, "220 hostile");
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.split(" ")[0].toUpperCase(Locale.ROOT);
                commands.add(command);
                switch (command) {
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        say(client, answerTo(recipient));
                    }
                    case "DATA" -> {
                        if (!take(client, in, recipient)) {
                            return;
                        }
                    }
                    case "QUIT" -> {
                        say(client, "221 bye");
                        return;
                    }
                    default -> say(client, "250 ok");
                }
            }
        } catch (IOException gone) {
            // the other side may be as rude
        }
    }

    private String answerTo(String recipient) {
        return switch (Manners.towards(recipient)) {
            case GREYLISTED -> turnedAway.add(recipient) ? "451 4.7.1 come back later" : "250 ok";
            case MAILBOX_FULL -> "452 4.2.2 mailbox full";
            case NOBODY_HERE -> "550 5.1.1 no such person";
            default -> "250 ok";
        };
    }

    /** @return whether the conversation goes on */
    private boolean take(Socket client, BufferedReader in, String recipient) throws IOException {
        var manners = Manners.towards(recipient);
        say(client, "354 go on");
        var id = "";
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            id = line.regionMatches(true, 0, "Message-ID: ", 0, 12)
                    ? line.substring(12).strip()
                    : id;
            if (manners == Manners.CUT_BEFORE_DOT && !id.isEmpty() && turnedAway.add(recipient)) {
                note("withheld", id, recipient);
                client.setSoLinger(true, 0);
                return false;
            }
        }
        return afterDot(client, manners, id, recipient);
    }

    private boolean afterDot(Socket client, Manners manners, String id, String recipient) throws IOException {
        switch (manners) {
            case SILENT_AFTER_DOT, TOO_LATE -> {
                note("kept", id, recipient);
                note("withheld", id, recipient);
                Pause.of(TOO_LATE);
                if (manners == Manners.TOO_LATE) {
                    say(client, "250 ok");
                }
                return false;
            }
            case RESET_AFTER_DOT -> {
                note("kept", id, recipient);
                note("withheld", id, recipient);
                client.setSoLinger(true, 0);
                return false;
            }
            case REFUSED_AFTER_DOT -> say(client, "554 5.7.1 not this one");
            case BUSY_AFTER_DOT, CLOSING_AFTER_DOT -> {
                if (turnedAway.add(recipient)) {
                    say(client, manners == Manners.BUSY_AFTER_DOT ? "451 4.3.0 try again" : "421 4.3.2 closing");
                    return manners == Manners.BUSY_AFTER_DOT;
                }
                note("kept", id, recipient);
                say(client, "250 ok");
            }
            default -> {
                note("kept", id, recipient);
                Pause.of(manners == Manners.LATE ? LATE : Duration.ZERO);
                say(client, "250 ok");
            }
        }
        return true;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private synchronized void note(String what, String messageId, String recipient) {
        try {
            Files.writeString(
                    log,
                    Instant.now() + " connection=0 " + what + " message-id=" + messageId + " from=hostile to="
                            + recipient + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
