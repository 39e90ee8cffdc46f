package dev.vouch.campaign.kpi.domain;

import dev.vouch.campaign.budget.domain.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one collaboration costs.
 *
 * @param fee null once the collaboration ended without being paid
 */
public record Spend(String campaignId, String influencerId, @Nullable Money fee) {

    public Spend withdrawn() {
        return new Spend(campaignId, influencerId, null);
    }
}
