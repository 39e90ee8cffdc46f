package dev.vouch.outreach.channel;

import dev.vouch.outreach.channel.Delivery.Kind;
import jakarta.inject.Singleton;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** One mail to one recipient over SMTP: body, the ledger's word, dot, answer. */
@Singleton
public class EmailChannel implements Channel {

    private final MailSettings mail;
    private final Sender sender;
    private final Session session;

    EmailChannel(MailSettings mail, Sender sender) {
        this.mail = mail;
        this.sender = sender;
        this.session = Session.getInstance(properties(mail));
    }

    @Override
    public Delivery handOver(Message message, BooleanSupplier commit) {
        var transport = new LedgeredTransport(session);
        LedgeredMessage mime = null;
        try {
            mime = mime(message, transport, commit);
            var smtp = mail.smtp();
            transport.connect(
                    smtp.host(),
                    smtp.port(),
                    mail.user().orElse(null),
                    mail.password().orElse(null));
            transport.sendMessage(mime, mime.getAllRecipients());
            return new Delivery(Kind.ACCEPTED, answer(transport.getLastServerResponse()));
        } catch (AddressException invalid) {
            return new Delivery(Kind.REFUSED_FOR_GOOD, "not an address that mail can go to");
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException failure) {
            return failed(failure, mime != null && mime.committed());
        } finally {
            close(transport);
        }
    }

    private LedgeredMessage mime(Message message, LedgeredTransport transport, BooleanSupplier commit)
            throws MessagingException, UnsupportedEncodingException {
        var mime = new LedgeredMessage(session, sender.messageId(message.contactId()), transport::flushBody, commit);
        var replyAddress = sender.replyAddress(message.contactId());
        mime.setFrom(new InternetAddress(sender.address(), sender.name(), StandardCharsets.UTF_8.name()));
        mime.setReplyTo(new Address[] {MailAddress.of(replyAddress)});
        mime.setRecipient(jakarta.mail.Message.RecipientType.TO, MailAddress.of(message.address()));
        mime.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mime.setText(message.text(), StandardCharsets.UTF_8.name());
        mime.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(message.writtenAt().atOffset(ZoneOffset.UTC)));
        mime.setHeader("Content-Language", message.language());
        mime.setHeader("X-Vouch-Contact", message.contactId());
        mime.setHeader("List-Unsubscribe", "<mailto:" + replyAddress + "?subject=STOP>");
        mime.saveChanges();
        mime.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return mime;
    }

    /** What is certain: before the ledger's word no dot was sent, and after it only the server's own no counts as a no. */
    private static Delivery failed(Exception failure, boolean committed) {
        var code = returnCode(failure);
        if (code >= 500 && code < 600) {
            return new Delivery(Kind.REFUSED_FOR_GOOD, answer(failure.getMessage()));
        }
        if (!committed || (code >= 400 && code < 500)) {
            return new Delivery(Kind.REFUSED_FOR_NOW, answer(failure.getMessage()));
        }
        return new Delivery(Kind.UNANSWERED, answer(failure.getMessage()));
    }

    private static int returnCode(@Nullable Throwable failure) {
        if (failure instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException from) {
            return from.getReturnCode();
        }
        if (failure instanceof SendFailedException sending && sending.getNextException() != null) {
            var inner = returnCode(sending.getNextException());
            if (inner > 0) {
                return inner;
            }
        }
        return failure instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
    }

    private static String answer(@Nullable String words) {
        var line = words == null ? "no answer" : words.replaceAll("\\s+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) : line;
    }

    private static void close(LedgeredTransport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // the connection is of no further use either way
        }
    }

    private static Properties properties(MailSettings mail) {
        var protection = MailSettings.protectionOf(mail.smtp());
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(mail.user().isPresent()));
        properties.put("mail.smtp.localhost", "vouch");
        properties.put("mail.smtp.connectiontimeout", "30000");
        properties.put("mail.smtp.timeout", String.valueOf(mail.answerTimeout().toMillis()));
        properties.put("mail.smtp.writetimeout", "60000");
        properties.put("mail.smtp.sendpartial", "false");
        properties.put("mail.smtp.chunksize", "-1");
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.starttls.enable", String.valueOf(protection == MailSettings.Protection.REQUIRED));
        properties.put("mail.smtp.starttls.required", String.valueOf(protection == MailSettings.Protection.REQUIRED));
        properties.put("mail.smtp.ssl.enable", String.valueOf(protection == MailSettings.Protection.IMPLICIT));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
