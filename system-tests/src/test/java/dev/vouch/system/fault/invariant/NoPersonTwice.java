package dev.vouch.system.fault.invariant;

import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Mail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** No two campaigns write to one person, by influencer or by address, inside the quiet period. */
final class NoPersonTwice implements Invariant {

    private static final Duration QUIET = Duration.ofDays(90);

    private record Letter(Mail mail, String campaign) {}

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public Finding check(Evidence evidence) {
        var contacts = new HashMap<String, Document>();
        evidence.documents("vouch_outreach.contacts").forEach(each -> contacts.put(each.getString("_id"), each));
        var breaches = new ArrayList<String>();
        var last = new HashMap<String, Letter>();
        for (var mail : evidence.mails()) {
            var contact = contacts.get(mail.contactId());
            if (contact == null) {
                breaches.add("a mail of the unknown contact " + mail.contactId());
                continue;
            }
            var key = contact.get("state", Document.class).get("key", Document.class);
            var letter = new Letter(mail, key.getString("campaignId"));
            check("address " + mail.recipient(), letter, last, breaches);
            check(key.getString("influencerId"), letter, last, breaches);
        }
        return Finding.of(this, breaches, evidence.mails().size() + " mails, no person in two campaigns");
    }

    private static void check(String person, Letter letter, Map<String, Letter> last, ArrayList<String> breaches) {
        var before = last.put(person, letter);
        if (before != null
                && !before.campaign().equals(letter.campaign())
                && Duration.between(before.mail().at(), letter.mail().at()).compareTo(QUIET) < 0) {
            breaches.add(person + " was written to for " + before.campaign() + " and for " + letter.campaign());
        }
    }
}
