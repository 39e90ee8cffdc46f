package dev.vouch.system.fault.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message that the mail server says it accepted from the ledger; whatever else goes over it is no contact. */
public record Mail(Instant at, String contactId, String recipient) {

    private static final Pattern KEPT = Pattern.compile(
            "^(\\S+) connection=\\d+ kept message-id=<contact\\.([0-9a-f]+)@\\S+> from=\\S+ to=(.+)$",
            Pattern.MULTILINE);

    private static final Pattern WITHHELD =
            Pattern.compile("^\\S+ connection=\\d+ withheld message-id=<contact\\.([0-9a-f]+)@", Pattern.MULTILINE);

    /** Contacts whose dot was never answered. */
    static Set<String> withheldIn(String log) {
        return WITHHELD.matcher(log).results().map(each -> each.group(1)).collect(Collectors.toSet());
    }

    /** One entry for each acceptance, in their order. */
    public static List<Mail> in(String log) {
        return KEPT.matcher(log)
                .results()
                .map(kept -> new Mail(Instant.parse(kept.group(1)), kept.group(2), kept.group(3)))
                .toList();
    }
}
