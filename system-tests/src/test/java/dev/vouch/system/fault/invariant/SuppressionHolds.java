package dev.vouch.system.fault.invariant;

import dev.vouch.system.fault.evidence.Evidence;
import java.util.ArrayList;

/** After an acknowledged opt-out no mail is accepted, except for contacts that its answer named. */
final class SuppressionHolds implements Invariant {

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        for (var optOut : evidence.acknowledged().optOuts()) {
            for (var mail : evidence.mails()) {
                if (mail.at().isAfter(optOut.at())
                        && optOut.contacts().contains(mail.contactId())
                        && !optOut.alreadyBeingSent().contains(mail.contactId())) {
                    breaches.add("contact " + mail.contactId() + " was written to at " + mail.at()
                            + ", the opt-out was acknowledged at " + optOut.at());
                }
            }
        }
        return Finding.of(this, breaches, evidence.acknowledged().optOuts().size() + " opt-outs heeded");
    }
}
