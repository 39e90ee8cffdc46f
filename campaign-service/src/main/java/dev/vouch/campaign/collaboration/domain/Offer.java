package dev.vouch.campaign.collaboration.domain;

import dev.vouch.campaign.budget.domain.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is proposed; the newest one counts, the earlier ones stay as history.
 *
 * @param version counts the collaboration's offers from 1; a part of the reservation's id
 */
public record Offer(int version, Money fee, List<Deliverable> deliverables, String madeBy, Instant madeAt) {

    public Offer {
        deliverables = List.copyOf(deliverables);
        madeAt = madeAt.truncatedTo(ChronoUnit.MILLIS);
    }

    Offer repeatedAs(int nextVersion) {
        return new Offer(nextVersion, fee, deliverables, madeBy, madeAt);
    }
}
