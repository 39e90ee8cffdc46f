package dev.vouch.campaign.kpi;

import dev.vouch.campaign.kpi.domain.Formula;
import dev.vouch.campaign.kpi.domain.Sheet;
import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.chassis.aggregate.Announcement;
import dev.vouch.chassis.aggregate.Command;
import dev.vouch.chassis.decision.Decision;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Rule 3: reads the sheet's version, adds up everything, writes on condition of that version and begins anew on a miss. So
 * the sheet that stays is never older than one that was replaced.
 */
@Singleton
public class MeasureKpis {

    private static final Command BY = Command.bySystem("campaign.kpi");

    private final KpiStore sheets;
    private final CampaignResults results;
    private final Clock clock;

    MeasureKpis(KpiStore sheets, CampaignResults results, Clock clock) {
        this.sheets = sheets;
        this.results = results;
        this.clock = clock;
    }

    public void measure(Campaign campaign) {
        sheets.upsert(
                campaign.id(),
                BY,
                older -> Decision.accepted(sheetOf(campaign).after(older)),
                Announcement.event(KpiEvents::measured));
    }

    private Sheet sheetOf(Campaign campaign) {
        var plan = campaign.plan();
        var total = results.total(campaign.id());
        return new Sheet(
                campaign.id(),
                clock.instant(),
                Formula.figures(plan.kpis(), total, plan.budget().currency()));
    }
}
