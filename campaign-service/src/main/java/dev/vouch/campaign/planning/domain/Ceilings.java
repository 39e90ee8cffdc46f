package dev.vouch.campaign.planning.domain;

import dev.vouch.campaign.budget.domain.Money;
import java.util.List;
import java.util.Optional;

/** How much each influencer of the approved shortlist may cost at most. A newer list replaces the whole of an older one. */
public record Ceilings(String currency, List<Ceiling> ceilings) {

    public record Ceiling(String influencerId, long minorUnits) {}

    public Ceilings {
        ceilings = List.copyOf(ceilings);
    }

    /** Empty for somebody who is not on the list. */
    public Optional<Money> of(String influencerId) {
        return ceilings.stream()
                .filter(each -> each.influencerId().equals(influencerId))
                .map(each -> new Money(each.minorUnits(), currency))
                .findFirst();
    }
}
