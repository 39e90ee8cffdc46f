package dev.vouch.outreach.conversation;

import dev.vouch.outreach.channel.MailSettings;
import dev.vouch.outreach.conversation.domain.Incoming;
import jakarta.inject.Singleton;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inbox over IMAP. A message is marked seen only after it was stored, so a crash in between brings it again. */
@Singleton
class Mailbox {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int STEP = 100;

    private final MailSettings mail;
    private final MailReader reader;

    Mailbox(MailSettings mail, MailReader reader) {
        this.mail = mail;
        this.reader = reader;
    }

    boolean configured() {
        return mail.imap().port() != 0;
    }

    void readUnseen(Consumer<Incoming> record) throws MessagingException {
        var imap = mail.imap();
        var protocol = MailSettings.protectionOf(imap) == MailSettings.Protection.IMPLICIT ? "imaps" : "imap";
        try (var store = Session.getInstance(properties(protocol)).getStore(protocol)) {
            store.connect(
                    imap.host(),
                    imap.port(),
                    mail.user().orElse(mail.from()),
                    mail.password().orElse(""));
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                var unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                Arrays.stream(unseen).limit(STEP).forEach(message -> one(message, record));
            }
        }
    }

    private void one(Message message, Consumer<Incoming> record) {
        try {
            record.accept(reader.read(message));
            message.setFlag(Flags.Flag.SEEN, true);
        } catch (MessagingException | RuntimeException notNow) {
            LOG.warn("a message of the mailbox could not be taken in and stays unseen", notNow);
            unsee(message);
        }
    }

    /** Reading the text marks it seen on its own. */
    private static void unsee(Message message) {
        try {
            message.setFlag(Flags.Flag.SEEN, false);
        } catch (MessagingException gone) {
            LOG.warn("the mailbox is away: {}", gone.getMessage());
        }
    }

    private Properties properties(String protocol) {
        var required = MailSettings.protectionOf(mail.imap()) == MailSettings.Protection.REQUIRED;
        var prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "60000");
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "starttls.enable", String.valueOf(required));
        properties.put(prefix + "starttls.required", String.valueOf(required));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }
}
