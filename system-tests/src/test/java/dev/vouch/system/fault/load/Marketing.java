package dev.vouch.system.fault.load;

import dev.vouch.system.fault.evidence.Acknowledged;
import dev.vouch.system.fault.evidence.Acknowledged.Change;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** Commands to the campaign service, each acknowledged one remembered. */
public final class Marketing {

    private static final String ROLE = "campaign-manager";

    private final Client campaigns;
    private final Acknowledged acknowledged;

    public Marketing(Client campaigns, Acknowledged acknowledged) {
        this.campaigns = campaigns;
        this.acknowledged = acknowledged;
    }

    public Client client() {
        return campaigns;
    }

    /** A draft that looks for people whom nobody knows. @return its id */
    public String draft(long budgetMinorUnits) {
        return changed(campaigns.post(ROLE, "campaigns", UUID.randomUUID().toString(), draftBody(budgetMinorUnits)));
    }

    public static String draftBody(long budgetMinorUnits) {
        var due = LocalDate.now(ZoneOffset.UTC).plusYears(1);
        return """
                {"name":"Fault drill","product":"Nothing","budgetMinorUnits":%d,"currency":"EUR",
                 "brief":{"topics":[{"word":"Quastenflosserforschung"}],"platforms":["tiktok"]},
                 "periodFrom":"%s","periodUntil":"%s",
                 "kpis":[{"id":"reach","unit":"people","target":1,"measuringRule":"as told","dueOn":"%s"}]}
                """.formatted(budgetMinorUnits, due.minusMonths(6), due, due);
    }

    public void launch(String campaignId) {
        changed(campaigns.post(ROLE, "campaigns/" + campaignId + "/launch", "launch", ""));
    }

    public void cancel(String campaignId) {
        changed(campaigns.post(
                ROLE, "campaigns/" + campaignId + "/cancellation", "cancel", "{\"reason\":\"the drill is over\"}"));
    }

    private String changed(Client.Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("refused: " + answer);
        }
        var id = answer.body().path("id").asText();
        acknowledged.add(new Change("vouch_campaign.campaigns", id, answer.version()));
        return id;
    }
}
