package dev.vouch.system;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the mail server's own account of what it accepted. */
final class MailLog {

    private static final Pattern KEPT =
            Pattern.compile("kept message-id=<contact\\.\\S+> from=\\S+ to=(.+)$", Pattern.MULTILINE);

    private MailLog() {}

    /**
     * To whom Vouch wrote first: one entry for each such message that the server accepted. What a person answers later in the same
     * conversation is no contact; only the messages of the ledger have a Message-ID of a contact.
     */
    static List<String> recipients(String log) {
        var recipients = new ArrayList<String>();
        var kept = KEPT.matcher(log);
        while (kept.find()) {
            recipients.add(kept.group(1));
        }
        return recipients;
    }
}
