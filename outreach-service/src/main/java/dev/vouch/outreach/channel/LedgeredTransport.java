package dev.vouch.outreach.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** SMTP that can be told to put the body onto the wire before the ledger is asked: its own streams keep it until the dot. */
class LedgeredTransport extends SMTPTransport {

    LedgeredTransport(Session session) {
        super(session, null);
    }

    /** The only way to the wire that the library leaves open: an empty line, which ends the text. */
    synchronized void flushBody() throws MessagingException {
        sendCommand("");
    }
}
