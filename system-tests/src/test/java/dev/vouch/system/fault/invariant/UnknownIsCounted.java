package dev.vouch.system.fault.invariant;

import dev.vouch.system.fault.evidence.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** No more contacts are UNKNOWN than senders died, and the machine itself never tries one again. */
final class UnknownIsCounted implements Invariant {

    @Override
    public String id() {
        return "I12";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        var unknown = 0;
        for (var document : evidence.documents("vouch_outreach.contacts")) {
            var state = document.get("state", Document.class);
            unknown += state.getString("state").equals("UNKNOWN") ? 1 : 0;
            var attempts = state.get("passage", Document.class).getList("attempts", Document.class, List.of());
            for (var attempt : attempts.subList(0, Math.max(0, attempts.size() - 1))) {
                if (perhapsOut(attempt) && !decidedByAPerson(attempt)) {
                    breaches.add("contact " + document.getString("_id") + " was tried again after attempt "
                            + attempt.get("number") + ", which is perhaps out");
                }
            }
        }
        if (unknown > evidence.outreachCrashes()) {
            breaches.add(unknown + " contacts are UNKNOWN after " + evidence.outreachCrashes() + " crashes");
        }
        return Finding.of(this, breaches, unknown + " UNKNOWN after " + evidence.outreachCrashes() + " crashes");
    }

    private static boolean perhapsOut(Document attempt) {
        return attempt.get("committedAt") != null && !"REFUSED".equals(attempt.getString("outcome"));
    }

    private static boolean decidedByAPerson(Document attempt) {
        var answer = attempt.getString("answer");
        return answer != null && answer.startsWith("resolved as RETRY by ");
    }
}
