package dev.vouch.outreach.channel;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Under which name and address this installation writes, and how an answer finds its contact again. */
@Singleton
public class Sender {

    /** Contact ids are hexadecimal, and some systems write addresses in capitals. */
    private static final Pattern TOKEN = Pattern.compile("\\+c-([0-9a-fA-F]{8,64})@");

    private static final Pattern MESSAGE_ID = Pattern.compile("<?contact\\.([0-9a-f]{8,64})@[^>\\s]+>?");

    private final MailSettings mail;

    Sender(MailSettings mail) {
        this.mail = mail;
    }

    public String name() {
        return mail.fromName();
    }

    public String address() {
        return mail.from();
    }

    public String replyAddress(String contactId) {
        var at = mail.from().lastIndexOf('@');
        return mail.from().substring(0, at) + "+c-" + contactId + mail.from().substring(at);
    }

    public String messageId(String contactId) {
        return "<contact." + contactId + mail.from().substring(mail.from().lastIndexOf('@')) + ">";
    }

    /** The contact to whose message a Message-ID belongs, if it is one of ours. */
    public Optional<String> contactOfMessageId(String messageId) {
        var found = MESSAGE_ID.matcher(messageId.strip());
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The contact whose reply address this is. */
    public Optional<String> contactOfAddress(String address) {
        var found = TOKEN.matcher(address);
        return found.find() ? Optional.of(found.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
