package dev.vouch.outreach.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** A mail server that does what a test tells it, and notes what it saw in the order in which it saw it. */
final class ScriptedSmtpServer implements AutoCloseable {

    static final String HANG_UP = "";

    final List<String> timeline = new CopyOnWriteArrayList<>();
    final BlockingQueue<String> bodySeen = new LinkedBlockingQueue<>();

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final String toRecipient;
    private final String afterDot;

    /** @param afterDot the answer to the final dot; {@link #HANG_UP} for none */
    ScriptedSmtpServer(String toRecipient, String afterDot) throws IOException {
        this.toRecipient = toRecipient;
        this.afterDot = afterDot;
        var thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                converse(client);
            } catch (IOException closed) {
                timeline.add("closed");
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        say(client, "220 scripted");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.split("[ :]", 2)[0];
            switch (command) {
                case "EHLO", "MAIL" -> say(client, "250 ok");
                case "RCPT" -> say(client, toRecipient);
                case "DATA" -> {
                    say(client, "354 go on");
                    if (!readBody(in)) {
                        return;
                    }
                    if (afterDot.equals(HANG_UP)) {
                        return;
                    }
                    say(client, afterDot);
                }
                default -> say(client, "250 ok");
            }
        }
    }

    private boolean readBody(BufferedReader in) throws IOException {
        var body = new StringBuilder();
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                timeline.add("dot");
                return true;
            }
            body.append(line).append('\n');
            if (line.contains("last line")) {
                timeline.add("body");
                bodySeen.add(body.toString());
            }
        }
        timeline.add("broken off");
        return false;
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
