package dev.vouch.system.fault.invariant;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;

/** At most one accepted mail for each contact, and one assignment for each influencer of a campaign. */
final class NoEffectTwice implements Invariant {

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        var mails = new HashSet<String>();
        for (var mail : evidence.mails()) {
            if (!mails.add(mail.contactId())) {
                breaches.add("contact " + mail.contactId() + " was written to again at " + mail.at());
            }
        }
        var heard = new HashSet<String>();
        var standing = new HashMap<String, String>();
        for (var said : evidence.said(Topics.COLLABORATION.name())) {
            var event = said.json();
            var who = event.path("campaignId").asText() + "/"
                    + event.path("influencerId").asText();
            if (!heard.add(said.id())) {
                continue;
            }
            if (said.type().equals("collaboration.ended")) {
                standing.remove(who);
            } else if (said.type().equals("influencer.assigned") && standing.put(who, said.id()) != null) {
                breaches.add(who + " was assigned again");
            }
        }
        return Finding.of(this, breaches, mails.size() + " mails and " + standing.size() + " assignments, each once");
    }
}
