package dev.vouch.system.fault.invariant;

import dev.vouch.system.fault.evidence.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Each UNKNOWN contact has a reason of its own: the mail server kept its answer back, or a sender or the store ended or stood still
 * just then. The machine itself never tries one again.
 */
final class UnknownIsCounted implements Invariant {

    /** What the store's clock and ours may differ by. */
    private static final Duration CLOCK = Duration.ofSeconds(2);

    /** The fault tests' shortened time from the dot to UNKNOWN. */
    private static final Duration WINDOW = Duration.ofSeconds(15);

    @Override
    public String id() {
        return "I12";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        var unknown = 0;
        var disturbances = new ArrayList<>(evidence.disturbances());
        for (var document : evidence.documents("vouch_outreach.contacts")) {
            var state = document.get("state", Document.class);
            var attempts = state.get("passage", Document.class).getList("attempts", Document.class, List.of());
            if (state.getString("state").equals("UNKNOWN")) {
                unknown++;
                if (!evidence.withheld().contains(document.getString("_id"))
                        && !wasDisturbed(attempts.get(attempts.size() - 1), disturbances)) {
                    breaches.add(
                            "contact " + document.getString("_id") + " is UNKNOWN, and nothing happened to its sender");
                }
            }
            for (var attempt : attempts.subList(0, Math.max(0, attempts.size() - 1))) {
                if (perhapsOut(attempt) && !decidedByAPerson(attempt)) {
                    breaches.add("contact " + document.getString("_id") + " was tried again after attempt "
                            + attempt.get("number") + ", which is perhaps out");
                }
            }
        }
        return Finding.of(this, breaches, unknown + " UNKNOWN, each with a reason");
    }

    /** One sender at work, one message in doubt: no disturbance is the reason of two. */
    private static boolean wasDisturbed(Document attempt, List<Instant> disturbances) {
        var committed = attempt.getDate("committedAt").toInstant();
        return disturbances.stream()
                .filter(at -> at.isAfter(committed.minus(CLOCK)) && at.isBefore(committed.plus(WINDOW)))
                .findFirst()
                .filter(disturbances::remove)
                .isPresent();
    }

    private static boolean perhapsOut(Document attempt) {
        return attempt.get("committedAt") != null && !"REFUSED".equals(attempt.getString("outcome"));
    }

    private static boolean decidedByAPerson(Document attempt) {
        var answer = attempt.getString("answer");
        return answer != null && answer.startsWith("resolved as RETRY by ");
    }
}
