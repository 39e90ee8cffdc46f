package dev.vouch.system.fault.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vouch.contract.Topics;
import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.evidence.Acknowledged.Change;
import dev.vouch.system.fault.evidence.Acknowledged.OptOut;
import dev.vouch.system.fault.evidence.Witness;
import dev.vouch.system.fault.site.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;

/**
 * Brings people, campaigns, contacts and collaborations exactly to where a fault test wants them. A shortlist and an acceptance
 * are said as facts before the campaign is launched, so that scoring's own opinion of the same campaign comes too late.
 */
public final class Drill {

    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SENDER = "outreach-sender";
    private static final String MANAGER = "campaign-manager";

    private final Flood flood;
    private final Marketing marketing;
    private final Client outreach;
    private final Acknowledged acknowledged;
    private final Witness witness;

    public Drill(Flood flood, Marketing marketing, Client outreach, Acknowledged acknowledged, Witness witness) {
        this.flood = flood;
        this.marketing = marketing;
        this.outreach = outreach;
        this.acknowledged = acknowledged;
        this.witness = witness;
    }

    /**
     * Makes people known who can be written to.
     *
     * @param addresses one for each of them; two with the same are one person
     * @return their influencer ids
     */
    public List<String> people(List<String> addresses) {
        var accounts =
                addresses.stream().map(address -> "drill-" + UUID.randomUUID()).toList();
        var next = addresses.iterator();
        var account = accounts.iterator();
        flood.observe(addresses.size(), Topics.PROFILE_SUBMISSIONS, "profile.observed", id -> {
            var profile = Flood.profile(account.next(), 12);
            profile.put("displayName", "Drill Person");
            profile.put("addresses", List.of(Map.of("address", next.next(), "foundIn", "bio")));
            return profile;
        });
        return influencers(accounts);
    }

    /** The ids that discovery gave to accounts. */
    public List<String> influencers(List<String> accounts) {
        return await("an identity of each of " + accounts, () -> {
            var found = new ArrayList<String>();
            var identities = witness.find("vouch_discovery.identities", new Document());
            for (var account : accounts) {
                identities.stream()
                        .filter(each -> each.getString("_id").contains(account))
                        .findFirst()
                        .ifPresent(each -> found.add(each.getString("influencerId")));
            }
            return found.size() == accounts.size() ? found : null;
        });
    }

    /** Says that these people are approved for a draft, then launches it. */
    public void shortlistAndLaunch(String campaignId, List<String> influencers, long ceilingMinorUnits) {
        shortlist(campaignId, influencers, ceilingMinorUnits);
        marketing.launch(campaignId);
    }

    public void shortlist(String campaignId, List<String> influencers, long ceilingMinorUnits) {
        var entries = influencers.stream()
                .map(influencer ->
                        Map.of("influencerId", influencer, "score", 50.0, "feeCeilingMinorUnits", ceilingMinorUnits))
                .toList();
        flood.fact(
                Topics.SHORTLIST,
                campaignId,
                campaignId,
                1,
                "shortlist.approved",
                Map.of(
                        "campaignId",
                        campaignId,
                        "revision",
                        1,
                        "approvedBy",
                        "fault-driver",
                        "approvedAt",
                        AT.toString(),
                        "currency",
                        "EUR",
                        "entries",
                        entries));
    }

    /** The contacts of a campaign once all of them can be approved. */
    public List<String> preparedContacts(String campaignId, int expected) {
        return await(expected + " prepared contacts of " + campaignId, () -> {
            var contacts = contacts(campaignId);
            return contacts.size() == expected
                            && contacts.stream()
                                    .allMatch(
                                            each -> each.path("stage").asText().equals("TO_APPROVE"))
                    ? contacts.stream().map(each -> each.path("id").asText()).toList()
                    : null;
        });
    }

    public List<JsonNode> contacts(String campaignId) {
        var all = new ArrayList<JsonNode>();
        outreach.get(SENDER, "contacts?limit=200&campaign=" + campaignId)
                .body()
                .path("items")
                .forEach(all::add);
        return all;
    }

    public String stateOf(String contactId) {
        return outreach.get(SENDER, "contacts/" + contactId)
                .body()
                .path("state")
                .asText();
    }

    /** Lets a message go: the sender takes it within a second. */
    public void approve(String contactId) {
        changed(outreach.post(
                SENDER,
                "contacts/" + contactId + "/basis",
                "basis",
                "{\"kind\":\"EXPRESS_CONSENT\",\"evidence\":\"a drill\"}"));
        changed(outreach.post(SENDER, "contacts/" + contactId + "/approval", "approval", ""));
    }

    private void changed(Client.Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("refused: " + answer);
        }
        acknowledged.add(
                new Change("vouch_outreach.contacts", answer.body().path("id").asText(), answer.version()));
    }

    /** Never again to this person; what the answer says is remembered. */
    public void optOut(String influencerId, Set<String> contacts) {
        var answer = outreach.post(
                SENDER, "suppressions", "", "{\"influencerId\":\"" + influencerId + "\",\"reason\":\"a drill\"}");
        if (!answer.ok()) {
            throw new IllegalStateException("refused: " + answer);
        }
        var named = new HashSet<String>();
        answer.body().path("alreadyBeingSent").forEach(each -> named.add(each.asText()));
        acknowledged.add(new OptOut(Instant.now(), contacts, named));
    }

    /** What the person answers. */
    public void reply(String contactId, String text) {
        flood.observe(
                1,
                Topics.REPLY_SUBMISSIONS,
                "reply.received",
                id -> Map.of(
                        "messageId",
                        "<" + id + "@drill.example>",
                        "contactToken",
                        contactId,
                        "channel",
                        "EMAIL",
                        "receivedAt",
                        Instant.now().toString(),
                        "text",
                        text));
    }

    /**
     * Open collaborations of a new campaign, each with an offer of the same fee.
     *
     * @return their ids
     */
    public List<String> collaborations(int number, long feeMinorUnits, long budgetMinorUnits) {
        var campaign = marketing.draft(budgetMinorUnits);
        var addresses = new ArrayList<String>();
        for (int i = 0; i < number; i++) {
            addresses.add("agrees-" + UUID.randomUUID() + "@drill.example");
        }
        var influencers = people(addresses);
        shortlistAndLaunch(campaign, influencers, feeMinorUnits);
        for (var influencer : influencers) {
            var contact = UUID.randomUUID().toString().replace("-", "");
            flood.fact(
                    Topics.CONTACT,
                    contact,
                    contact,
                    1,
                    "influencer.accepted",
                    Map.of(
                            "contactId",
                            contact,
                            "campaignId",
                            campaign,
                            "influencerId",
                            influencer,
                            "channel",
                            "EMAIL",
                            "touch",
                            1,
                            "acceptedAt",
                            AT.toString()));
        }
        return await(number + " open collaborations", () -> {
            var open = new ArrayList<String>();
            var all = marketing.client().get(MANAGER, "campaigns/" + campaign + "/collaborations?limit=200");
            all.body().path("items").forEach(each -> {
                if (each.path("state").asText().equals("OPEN")
                        && !each.path("offers").isEmpty()) {
                    open.add(each.path("id").asText());
                }
            });
            return open.size() == number ? open : null;
        });
    }

    /** Accepts the newest offer. @return the answer's status */
    public int agree(String collaborationId) {
        var answer = marketing.client().post(MANAGER, "collaborations/" + collaborationId + "/agreement", "agree", "");
        if (answer.ok()) {
            acknowledged.add(new Change("vouch_campaign.collaborations", collaborationId, answer.version()));
        }
        return answer.status();
    }

    /** What may not be there yet. */
    private interface Question<T> {
        T ask();
    }

    private static <T> T await(String what, Question<T> question) {
        var found = new ArrayList<T>(1);
        if (!Pause.until(PATIENCE, () -> {
            var answer = question.ask();
            return answer != null && found.add(answer);
        })) {
            throw new IllegalStateException("not seen in time: " + what);
        }
        return found.get(0);
    }
}
