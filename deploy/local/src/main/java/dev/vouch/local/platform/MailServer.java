package dev.vouch.local.platform;

import dev.vouch.local.platform.mail.KeepingGreenMail;
import java.io.IOException;
import java.nio.file.Path;

/**
 * SMTP and IMAP on this machine alone: what is sent here reaches nobody. An accepted message survives a kill; {@code
 * smtp.log} in the folder shows each connection line by line.
 */
public final class MailServer implements AutoCloseable {

    public static final String HOST = "127.0.0.1";

    private final KeepingGreenMail server;

    private MailServer(KeepingGreenMail server) {
        this.server = server;
    }

    /**
     * Takes and serves mail when it returns; any user name is a mailbox, with any password.
     *
     * @param folder keeps the messages; created if missing
     * @param smtpPort 0 for any free one, as {@code imapPort}
     */
    public static MailServer start(Path folder, int smtpPort, int imapPort) throws IOException {
        var server = new KeepingGreenMail(folder, HOST, smtpPort, imapPort);
        server.start();
        return new MailServer(server);
    }

    public int smtpPort() {
        return server.smtpPort();
    }

    public int imapPort() {
        return server.imapPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Runs the mail server in its own process: {@code FOLDER SMTP_PORT IMAP_PORT}. */
    public static void main(String[] arguments) throws IOException {
        var server = start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
        System.out.println("ready smtp=" + server.smtpPort() + " imap=" + server.imapPort());
    }
}
