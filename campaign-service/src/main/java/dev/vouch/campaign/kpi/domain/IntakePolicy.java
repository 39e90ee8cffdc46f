package dev.vouch.campaign.kpi.domain;

import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.decision.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** May this observation count for the campaign? Results may come in late, but not after its figures are final. */
public final class IntakePolicy {

    private IntakePolicy() {}

    /** @param campaign null when there is none under the id */
    public static List<Reason> objections(@Nullable Campaign campaign) {
        if (campaign == null) {
            return List.of(Reason.of("performance.campaign-unknown"));
        }
        return switch (campaign.state()) {
            case DRAFT -> List.of(Reason.of("performance.campaign-not-launched"));
            case COMPLETED -> List.of(Reason.of("performance.campaign-completed"));
            case LAUNCHED, IN_SELECTION, IN_OUTREACH, RUNNING, CANCELLED -> List.of();
        };
    }

    /** @param campaign null when there is none under the id */
    public static List<Reason> objections(@Nullable Campaign campaign, String currency) {
        var otherCurrency = campaign == null
                ? Stream.<Reason>empty()
                : Reason.when(
                        !campaign.plan().budget().currency().equals(currency),
                        "performance.other-currency",
                        "currency",
                        campaign.plan().budget().currency(),
                        "stated",
                        currency)
                        .stream();
        return Stream.concat(objections(campaign).stream(), otherCurrency).toList();
    }
}
