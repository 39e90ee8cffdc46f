package dev.vouch.campaign.collaboration.domain;

import dev.vouch.campaign.budget.domain.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The offer that was accepted, and under which id its fee is reserved. Binding once the collaboration is AGREED. */
public record Agreement(
        String reservationId, Money fee, List<Deliverable> deliverables, String agreedBy, Instant agreedAt) {

    public Agreement {
        deliverables = List.copyOf(deliverables);
        agreedAt = agreedAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
