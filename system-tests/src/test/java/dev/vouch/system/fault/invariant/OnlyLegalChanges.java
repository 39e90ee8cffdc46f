package dev.vouch.system.fault.invariant;

import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;

/** Each subject's history is a path of its state machine, and the document stands where its events lead. */
final class OnlyLegalChanges implements Invariant {

    /** What may follow what; the beginning is the empty word. */
    private static final Map<String, Map<String, Set<String>>> PATHS = Map.of(
            Topics.CAMPAIGN.name(),
            Map.of(
                    "", Set.of("campaign.launched", "campaign.cancelled"),
                    "campaign.launched", Set.of("campaign.completed", "campaign.cancelled"),
                    "campaign.completed", Set.of(),
                    "campaign.cancelled", Set.of()),
            Topics.COLLABORATION.name(),
            Map.of(
                    "", Set.of("influencer.assigned", "collaboration.ended"),
                    "influencer.assigned", Set.of("collaboration.ended"),
                    "collaboration.ended", Set.of("influencer.assigned", "collaboration.ended")));

    /** Nobody answers before being written to, and everybody is written to once. */
    private static final String CONTACTED = "influencer.contacted";

    @Override
    public String id() {
        return "I9";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        PATHS.forEach((topic, path) -> bySubject(evidence.said(topic)).forEach((subject, events) -> {
            var last = "";
            for (var type : events.values()) {
                if (!path.getOrDefault(last, Set.of()).contains(type)) {
                    breaches.add(topic + " of " + subject + ": " + type + " after '" + last + "'");
                }
                last = type;
            }
        }));
        var contacts = bySubject(evidence.said(Topics.CONTACT.name()));
        contacts.forEach((subject, events) -> checkContact(subject, List.copyOf(events.values()), breaches));
        for (var document : evidence.documents("vouch_outreach.contacts")) {
            var state = document.get("state", Document.class).getString("state");
            var told = contacts.getOrDefault(document.getString("_id"), new TreeMap<>())
                    .containsValue(CONTACTED);
            if (state.equals("SENT") != told) {
                breaches.add("contact " + document.getString("_id") + " is " + state + ", its events "
                        + (told ? "" : "do not ") + "say that it was sent");
            }
        }
        return Finding.of(this, breaches, contacts.size() + " contacts, and all campaigns and collaborations");
    }

    private static void checkContact(String subject, List<String> events, ArrayList<String> breaches) {
        var foreign = !events.isEmpty()
                && !events.contains(CONTACTED)
                && !events.get(0).equals(CONTACTED);
        if (events.stream().filter(CONTACTED::equals).count() > 1) {
            breaches.add("contact " + subject + " says twice that it was sent");
        }
        if (!foreign && !events.get(0).equals(CONTACTED)) {
            breaches.add("contact " + subject + " begins with " + events.get(0));
        }
    }

    private static Map<String, TreeMap<Long, String>> bySubject(List<Said> said) {
        var subjects = new HashMap<String, TreeMap<Long, String>>();
        said.forEach(each -> subjects.computeIfAbsent(each.subject(), subject -> new TreeMap<>())
                .put(each.sequence(), each.type()));
        return subjects;
    }
}
