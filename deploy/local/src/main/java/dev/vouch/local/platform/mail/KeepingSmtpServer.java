package dev.vouch.local.platform.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.Socket;

/** Says 250 only to a message that is on disk. */
final class KeepingSmtpServer extends SmtpServer {

    private final KeptMessages messages;
    private final SmtpTranscript transcript;

    KeepingSmtpServer(ServerSetup setup, Managers managers, KeptMessages messages, SmtpTranscript transcript) {
        super(setup, managers);
        this.messages = messages;
        this.transcript = transcript;
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
        var connection = transcript.connection();
        return new SmtpHandler(
                new SmtpCommandRegistry(), new KeepingManager(connection), new ObservedSocket(client, connection));
    }

    private final class KeepingManager extends SmtpManager {

        private final SmtpTranscript.Connection connection;

        KeepingManager(SmtpTranscript.Connection connection) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.connection = connection;
        }

        /** One message at a time, whatever the connection. */
        @Override
        public synchronized void send(SmtpState state) {
            synchronized (messages) {
                keep(state.getMessage());
                super.send(state);
            }
        }

        private void keep(MovingMessage message) {
            try {
                messages.keep(message);
                connection.note("kept message-id=" + message.getMessage().getMessageID() + " from="
                        + message.getReturnPath() + " to=" + KeptMessages.recipients(message));
            } catch (IOException | MessagingException e) {
                throw new IllegalStateException("the message could not be kept", e);
            }
        }
    }
}
