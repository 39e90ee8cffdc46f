package dev.vouch.local.play;

import dev.vouch.local.process.Installation.Mail;
import jakarta.mail.BodyPart;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Reads the mailboxes of the played influencers and sends their answers; by IMAP and SMTP, like any mail program. */
final class Letters {

    private static final String TIMEOUT_MILLIS = "10000";

    private final Mail mail;

    Letters(Mail mail) {
        this.mail = mail;
    }

    /** A letter as it lies in the mailbox. */
    record Letter(String messageId, String from, String replyTo, String subject, String text) {}

    /** @param automatic written by a machine, as RFC 3834 wants it said */
    record Reply(String messageId, String text, boolean automatic) {}

    List<Letter> lettersOf(String address) {
        var properties = new Properties();
        properties.put("mail.imap.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.imap.timeout", TIMEOUT_MILLIS);
        try (var store = Session.getInstance(properties).getStore("imap")) {
            store.connect(mail.host(), mail.imapPort(), address, address);
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                var letters = new ArrayList<Letter>();
                for (var message : inbox.getMessages()) {
                    letters.add(letter(message));
                }
                return letters;
            }
        } catch (MessagingException | IOException e) {
            throw new NotPlayed("the mailbox of a played influencer cannot be read: " + e.getMessage());
        }
    }

    /** Answers to where the letter wants its answers, and quotes it below. */
    void answer(Letter letter, String from, Reply reply) {
        try {
            var message =
                    message(from, letter.replyTo(), (reply.automatic() ? "Auto: " : "Re: ") + letter.subject(), reply);
            message.setHeader("In-Reply-To", letter.messageId());
            message.setHeader("References", letter.messageId());
            message.setText(reply.text() + "\n\n" + quoted(letter.text()), "UTF-8");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new NotPlayed(
                    "a played influencer's answer was not taken by the local mail server: " + e.getMessage());
        }
    }

    /** A letter that a person writes from their own mail program. */
    void write(String from, String replyTo, String to, String subject, Reply letter) {
        try {
            var message = message(from, to, subject, letter);
            message.setReplyTo(InternetAddress.parse(replyTo));
            message.setText(letter.text(), "UTF-8");
            Transport.send(message);
        } catch (MessagingException e) {
            throw new NotPlayed(
                    "the played manager's letter was not taken by the local mail server: " + e.getMessage());
        }
    }

    private MimeMessage message(String from, String to, String subject, Reply reply) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", mail.host());
        properties.put("mail.smtp.port", Integer.toString(mail.smtpPort()));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        var message = new Numbered(Session.getInstance(properties), reply.messageId());
        message.setFrom(new InternetAddress(from));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        message.setSubject(subject, "UTF-8");
        if (reply.automatic()) {
            message.setHeader("Auto-Submitted", "auto-replied");
        }
        return message;
    }

    private static String quoted(String text) {
        return String.join("\n", text.lines().map(line -> "> " + line).toList());
    }

    private static Letter letter(Message message) throws MessagingException, IOException {
        var from = InternetAddress.toString(message.getFrom());
        return new Letter(
                String.join("", Objects.requireNonNullElse(message.getHeader("Message-ID"), new String[0])),
                from,
                InternetAddress.toString(message.getReplyTo()),
                Objects.requireNonNullElse(message.getSubject(), ""),
                text(message));
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                var text = text(inner);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** Keeps its own Message-ID, so that the same answer sent twice is one answer. */
    private static final class Numbered extends MimeMessage {

        private final String messageId;

        Numbered(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
