package dev.vouch.system;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the mail server's own account of what it accepted. */
final class MailLog {

    private static final Pattern KEPT = Pattern.compile("kept message-id=(\\S+) from=(\\S+) to=(.+)$", Pattern.MULTILINE);

    private MailLog() {}

    /** To whom Vouch wrote: one entry for each message that the server accepted from it. */
    static List<String> recipients(String log) {
        var recipients = new ArrayList<String>();
        var kept = KEPT.matcher(log);
        while (kept.find()) {
            if (kept.group(2).contains("vouch")) {
                recipients.add(kept.group(3));
            }
        }
        return recipients;
    }
}
