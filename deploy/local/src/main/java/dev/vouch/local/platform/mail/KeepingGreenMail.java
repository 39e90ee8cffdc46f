package dev.vouch.local.platform.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** GreenMail with a memory: SMTP and IMAP, any user may log in, {@code name+detail@host} is the mailbox {@code name@host}. */
public final class KeepingGreenMail {

    private final KeptMessages messages;
    private final GreenMail server;

    /** @param folder keeps the messages and the transcript */
    public KeepingGreenMail(Path folder, String host, int smtpPort, int imapPort) throws IOException {
        messages = new KeptMessages(folder.resolve("messages"));
        var transcript = new SmtpTranscript(folder.resolve("smtp.log"), Clock.systemUTC());
        server =
                new GreenMail(new ServerSetup[] {
                    new ServerSetup(smtpPort, host, ServerSetup.PROTOCOL_SMTP),
                    new ServerSetup(imapPort, host, ServerSetup.PROTOCOL_IMAP)
                }) {
                    @Override
                    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
                        var services = super.createServices(setups, managers);
                        services.computeIfPresent(
                                ServerSetup.PROTOCOL_SMTP,
                                (protocol, smtp) ->
                                        new KeepingSmtpServer(smtp.getServerSetup(), managers, messages, transcript));
                        return services;
                    }
                };
        server.withConfiguration(
                GreenMailConfiguration.aConfig().withDisabledAuthentication().withSieveIgnoreDetail());
    }

    public void start() throws IOException {
        server.getUserManager().setSieveIgnoreDetail(true);
        for (var message : messages.load()) {
            deliver(message);
        }
        server.start();
    }

    private void deliver(MovingMessage message) throws IOException {
        for (var recipient : message.getToAddresses()) {
            try {
                server.getUserManager().deliver(message, recipient);
            } catch (MessagingException | UserException e) {
                throw new IOException("A kept message could not be delivered to " + recipient, e);
            }
        }
    }

    public int smtpPort() {
        SmtpServer smtp = server.getSmtp();
        return smtp.getPort();
    }

    public int imapPort() {
        return server.getImap().getPort();
    }

    public void stop() {
        server.stop();
    }
}
