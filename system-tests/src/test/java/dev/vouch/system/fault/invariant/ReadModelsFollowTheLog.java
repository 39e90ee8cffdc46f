package dev.vouch.system.fault.invariant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Evidence;
import dev.vouch.system.fault.evidence.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/**
 * What is kept of a fact topic is what its log says. Where the log holds the whole content it is folded again here and compared:
 * budgets and approved fee ceilings; of every other model each document must have heard its subject to the end.
 */
final class ReadModelsFollowTheLog implements Invariant {

    /** A collection with one document for each subject of a topic that it follows. */
    private record Model(String collection, String topic) {}

    private static final List<Model> MODELS = List.of(
            new Model("vouch_scoring.scorecards", Topics.INFLUENCER.name()),
            new Model("vouch_outreach.campaigns", Topics.CAMPAIGN.name()),
            new Model("vouch_outreach.plans", Topics.SHORTLIST.name()),
            new Model("vouch_campaign.shortlists", Topics.SHORTLIST.name()),
            new Model("vouch_campaign.answers", Topics.CONTACT.name()));

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public Finding check(Evidence evidence) {
        var breaches = new ArrayList<String>();
        MODELS.forEach(model -> checkHeard(model, evidence, breaches));
        checkBudgets(evidence, breaches);
        checkCeilings(evidence, breaches);
        return Finding.of(
                this, breaches, MODELS.size() + " models stand where their topics end; budgets and ceilings equal");
    }

    private static void checkHeard(Model model, Evidence evidence, List<String> breaches) {
        var heard = new HashMap<String, Long>();
        for (var document : evidence.documents(model.collection())) {
            document.getList("seen", Document.class, List.of())
                    .forEach(seen -> heard.merge(
                            seen.getString("of"),
                            seen.get("sequence", Number.class).longValue(),
                            Math::max));
        }
        newest(evidence, model.topic()).forEach((subject, last) -> {
            var known = heard.getOrDefault(model.topic() + "/" + subject, 0L);
            if (known != last.sequence()) {
                breaches.add(
                        model.collection() + " has heard " + known + " of " + last.sequence() + " about " + subject);
            }
        });
    }

    private static void checkBudgets(Evidence evidence, List<String> breaches) {
        var folded = new HashMap<String, TreeMap<String, String>>();
        for (var said : evidence.said(Topics.BUDGET.name())) {
            var status = said.type().equals("budget.reserved") ? "RESERVED" : "RELEASED";
            var amount = said.json().path("amountMinorUnits").asLong();
            folded.computeIfAbsent(said.subject(), subject -> new TreeMap<>())
                    .merge(
                            said.json().path("reservationId").asText(),
                            status + " " + amount,
                            (one, other) -> one.startsWith("RELEASED") ? one : other);
        }
        for (var document : evidence.documents("vouch_campaign.budgets")) {
            var stored = new TreeMap<String, String>();
            for (var each : document.get("state", Document.class).getList("reservations", Document.class, List.of())) {
                var amount = each.get("amountMinorUnits", Number.class).longValue();
                if (!each.getString("status").equals("REFUSED") && amount > 0) {
                    stored.put(each.getString("id"), each.getString("status") + " " + amount);
                }
            }
            compare(
                    "vouch_campaign.budgets " + document.getString("_id"),
                    stored,
                    folded.getOrDefault(document.getString("_id"), new TreeMap<>()),
                    breaches);
        }
    }

    private static void checkCeilings(Evidence evidence, List<String> breaches) {
        var approved = new HashMap<String, Said>();
        for (var said : evidence.said(Topics.SHORTLIST.name())) {
            if (said.type().equals("shortlist.approved")) {
                approved.merge(said.subject(), said, (one, other) -> other.sequence() > one.sequence() ? other : one);
            }
        }
        for (var document : evidence.documents("vouch_campaign.shortlists")) {
            var said = approved.get(document.getString("_id"));
            var state = document.get("state", Document.class);
            var stored = new TreeMap<String, String>();
            if (state != null) {
                state.getList("ceilings", Document.class, List.of())
                        .forEach(each ->
                                stored.put(each.getString("influencerId"), String.valueOf(each.get("minorUnits"))));
            }
            compare(
                    "vouch_campaign.shortlists " + document.getString("_id"),
                    stored,
                    said == null ? new TreeMap<>() : ceilings(said.json()),
                    breaches);
        }
    }

    private static TreeMap<String, String> ceilings(JsonNode approved) {
        var ceilings = new TreeMap<String, String>();
        approved.path("entries")
                .forEach(entry -> ceilings.put(
                        entry.path("influencerId").asText(),
                        Long.toString(entry.path("feeCeilingMinorUnits").asLong())));
        return ceilings;
    }

    private static void compare(
            String what, Map<String, String> stored, Map<String, String> folded, List<String> breaches) {
        if (!stored.equals(folded)) {
            breaches.add(what + " holds " + stored + ", its log says " + folded);
        }
    }

    private static Map<String, Said> newest(Evidence evidence, String topic) {
        var newest = new HashMap<String, Said>();
        evidence.said(topic)
                .forEach(said -> newest.merge(
                        said.subject(), said, (one, other) -> other.sequence() > one.sequence() ? other : one));
        return newest;
    }
}
