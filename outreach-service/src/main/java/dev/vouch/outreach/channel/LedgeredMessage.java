package dev.vouch.outreach.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * A mail whose last byte is followed by the ledger's word. The transport writes the message, then the dot that makes the server
 * take it; an exception in between closes the connection without a dot, and the server forgets what it read.
 */
class LedgeredMessage extends MimeMessage {

    /** Puts everything that was written onto the wire. */
    interface Flush {
        void flush() throws MessagingException;
    }

    /** The ledger did not agree; nothing was delivered. */
    static class NotCommitted extends IOException {
        private static final long serialVersionUID = 1L;

        NotCommitted(String message) {
            super(message);
        }

        NotCommitted(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final String messageId;
    private final Flush flush;
    private final BooleanSupplier commit;
    private boolean committed;

    LedgeredMessage(Session session, String messageId, Flush flush, BooleanSupplier commit) {
        super(session);
        this.messageId = messageId;
        this.flush = flush;
        this.commit = commit;
    }

    /** From here on nobody can say any more that the message was not delivered. */
    boolean committed() {
        return committed;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        flush.flush();
        if (!agreed()) {
            throw new NotCommitted("the ledger did not agree");
        }
        committed = true;
    }

    /** Only this kind of exception makes the transport hang up at once; any other would let it say goodbye first. */
    private boolean agreed() throws NotCommitted {
        try {
            return commit.getAsBoolean();
        } catch (RuntimeException unanswered) {
            throw new NotCommitted("the ledger did not answer", unanswered);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
