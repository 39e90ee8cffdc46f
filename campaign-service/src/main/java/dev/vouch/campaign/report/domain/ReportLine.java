package dev.vouch.campaign.report.domain;

import dev.vouch.campaign.budget.domain.Money;
import dev.vouch.campaign.kpi.domain.Formula;
import dev.vouch.campaign.kpi.domain.Results;
import org.jspecify.annotations.Nullable;

/**
 * What one influencer brought, and what that cost.
 *
 * @param influencerId null for what nobody in particular brought
 * @param costPerEngagement rounded half up to the minor unit; null while fee or engagements are unknown
 */
public record ReportLine(
        @Nullable String influencerId,
        Results results,
        @Nullable Money costPerEngagement) {

    static ReportLine of(@Nullable String influencerId, Results results, String currency) {
        return new ReportLine(
                influencerId, results, Formula.cost(results.feesMinorUnits(), results.engagements(), 1, currency));
    }
}
