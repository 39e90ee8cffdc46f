package dev.vouch.system.fault.trial;

import dev.vouch.system.fault.site.HostileMail;
import dev.vouch.system.fault.site.HostileMail.Manners;
import dev.vouch.system.fault.site.Pause;
import dev.vouch.system.fault.site.Unit;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/** The mail server behaves badly in every way. Each person gets at most one message, and only what hangs after the dot is UNKNOWN. */
final class BadMannered implements FaultTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROUNDS_A_PERSON = 5;
    private static final String PORT = "VOUCH_MAIL_SMTP_PORT";
    private static final String PROTECTION = "VOUCH_MAIL_SMTP_PROTECTION";

    /**
     * A mailbox that stays full is tried again until it is given up. Who is cut off may have written the dot into a connection that
     * was gone.
     */
    private static final Map<Manners, Set<String>> EXPECTED = Map.ofEntries(
            Map.entry(Manners.FAIR, Set.of("SENT")),
            Map.entry(Manners.SILENT_AFTER_DOT, Set.of("UNKNOWN")),
            Map.entry(Manners.RESET_AFTER_DOT, Set.of("UNKNOWN")),
            Map.entry(Manners.LATE, Set.of("SENT")),
            Map.entry(Manners.TOO_LATE, Set.of("UNKNOWN")),
            Map.entry(Manners.GREYLISTED, Set.of("SENT")),
            Map.entry(Manners.MAILBOX_FULL, Set.of("RETRY", "FAILED")),
            Map.entry(Manners.NOBODY_HERE, Set.of("FAILED")),
            Map.entry(Manners.BUSY_AFTER_DOT, Set.of("SENT")),
            Map.entry(Manners.CLOSING_AFTER_DOT, Set.of("SENT")),
            Map.entry(Manners.REFUSED_AFTER_DOT, Set.of("FAILED")),
            Map.entry(Manners.CUT_BEFORE_DOT, Set.of("SENT", "UNKNOWN")));

    @Override
    public String id() {
        return "FT-26";
    }

    @Override
    public void run(Trial trial) throws IOException {
        var outreach = trial.site().unit("outreach-service");
        var usual = trial.site().installation().mail().smtpPort();
        try (var hostile = new HostileMail(trial.site().smtpLog())) {
            restart(outreach, hostile.port(), "NONE");
            withEveryKindOfManners(trial);
            withoutProtection(trial, outreach);
        } finally {
            restart(outreach, usual, "NONE");
        }
    }

    private static void restart(Unit outreach, int port, String protection) {
        outreach.set(PORT, Integer.toString(port));
        outreach.set(PROTECTION, protection);
        outreach.stop();
        outreach.restart();
    }

    private static void withEveryKindOfManners(Trial trial) throws IOException {
        var addresses = new ArrayList<String>();
        for (var manners : Manners.values()) {
            for (int i = 0; i < Math.max(1, trial.size().rounds() / ROUNDS_A_PERSON); i++) {
                addresses.add(manners.prefix() + UUID.randomUUID() + "@hostile.example");
            }
        }
        var campaign = trial.marketing().draft(100_000);
        trial.drill().shortlistAndLaunch(campaign, trial.drill().people(addresses), 10_000);
        var contacts = trial.drill().preparedContacts(campaign, addresses.size());
        contacts.forEach(trial.drill()::approve);
        var wrong = new ArrayList<String>();
        Pause.until(PATIENCE, () -> {
            wrong.clear();
            contacts.forEach(contact -> wrong.addAll(complaint(trial, contact)));
            return wrong.isEmpty();
        });
        trial.say("  " + contacts.size() + " letters to a bad-mannered server");
        Failed.unless(wrong.isEmpty(), "left in another state: " + wrong);
        for (var contact : contacts) {
            var mails = trial.witness().mails().stream()
                    .filter(mail -> mail.contactId().equals(contact))
                    .count();
            var sent = stateOf(trial, contact).getString("state").equals("SENT");
            Failed.unless(sent ? mails == 1 : mails <= 1, contact + " got " + mails + " messages");
        }
    }

    private static List<String> complaint(Trial trial, String contact) {
        var state = stateOf(trial, contact);
        var address = state.get("preparation", Document.class)
                .get("recipient", Document.class)
                .getString("address");
        for (var manners : Manners.values()) {
            if (address.startsWith(manners.prefix())) {
                var now = state.getString("state");
                return EXPECTED.get(manners).contains(now) ? List.of() : List.of(manners + " " + now);
            }
        }
        return List.of(address);
    }

    private static Document stateOf(Trial trial, String contact) {
        return trial.witness()
                .find("vouch_outreach.contacts", new Document("_id", contact))
                .get(0)
                .get("state", Document.class);
    }

    /** A server that does not offer STARTTLS, as if somebody in between had cut it out. */
    private static void withoutProtection(Trial trial, Unit outreach) throws IOException {
        try (var stripped = new HostileMail(trial.site().smtpLog())) {
            restart(outreach, stripped.port(), "REQUIRED");
            var contact = Everyday.of(trial, 1).contacts().get(0);
            trial.drill().approve(contact);
            Failed.unless(
                    Pause.until(PATIENCE, () -> stripped.commands().contains("EHLO")), "nobody came to send a letter");
            Failed.unless(
                    Pause.until(
                            PATIENCE,
                            () -> Set.of("RETRY", "FAILED")
                                    .contains(stateOf(trial, contact).getString("state"))),
                    "a letter without protection is " + stateOf(trial, contact).getString("state"));
            Failed.unless(!stripped.commands().contains("MAIL"), "a letter was begun without protection");
        }
    }
}
