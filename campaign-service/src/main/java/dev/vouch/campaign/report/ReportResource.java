package dev.vouch.campaign.report;

import dev.vouch.campaign.budget.Budgets;
import dev.vouch.campaign.budget.domain.Budget;
import dev.vouch.campaign.kpi.CampaignResults;
import dev.vouch.campaign.kpi.domain.Figure;
import dev.vouch.campaign.planning.Campaigns;
import dev.vouch.campaign.planning.domain.Campaign;
import dev.vouch.campaign.planning.domain.Kpi;
import dev.vouch.campaign.report.domain.Report;
import dev.vouch.campaign.report.domain.ReportLine;
import dev.vouch.chassis.http.Limits;
import dev.vouch.chassis.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Singleton
@Path("/api/v1")
@Tag(name = "Report", description = "KPIs, actual against target, and who brought what")
class ReportResource {

    private static final String CSV = "text/csv";

    private final Campaigns campaigns;
    private final CampaignResults results;
    private final Budgets budgets;

    ReportResource(Campaigns campaigns, CampaignResults results, Budgets budgets) {
        this.campaigns = campaigns;
        this.results = results;
        this.budgets = budgets;
    }

    record ReportView(
            String campaignId,
            String name,
            Campaign.State state,
            String currency,
            long budgetMinorUnits,
            long reservedMinorUnits,
            List<FigureView> kpis,
            @Schema(description = "The sum of the lines") LineView total,
            List<LineView> lines) {}

    record FigureView(
            @Schema(implementation = String.class, examples = "cost_per_engagement")
            Kpi id,

            @Schema(examples = "EUR minor units") String unit,
            double target,

            @Schema(description = "Absent while an input of the formula is unknown") @Nullable
            Double actual,

            @Schema(description = "How many posts, conversions or fees it rests on")
            long observations,

            @Schema(examples = "cost-per-engagement.fees.v1")
            String formulaId) {

        static FigureView of(Figure figure) {
            return new FigureView(
                    figure.kpi(),
                    figure.unit(),
                    figure.target(),
                    figure.actual(),
                    figure.observations(),
                    figure.kpi().formulaId());
        }
    }

    record LineView(
            @Schema(description = "Absent for what nobody in particular brought") @Nullable
            String influencerId,

            @Nullable Long reach,
            @Nullable Long impressions,
            @Nullable Long engagements,
            @Nullable Long clicks,
            @Nullable Long conversions,
            @Nullable Long revenueMinorUnits,
            @Nullable Long feeMinorUnits,
            @Nullable Long costPerEngagementMinorUnits) {

        static LineView of(ReportLine line) {
            var results = line.results();
            var cost = line.costPerEngagement();
            return new LineView(
                    line.influencerId(),
                    results.reach().orNull(),
                    results.impressions().orNull(),
                    results.engagements().orNull(),
                    results.clicks().orNull(),
                    results.conversions().orNull(),
                    results.revenueMinorUnits().orNull(),
                    results.feesMinorUnits().orNull(),
                    cost == null ? null : cost.minorUnits());
        }
    }

    @GET
    @Path("/campaigns/{id}/report")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(operationId = "getReport", summary = "The report as JSON, or as text/csv for a spreadsheet")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReportView.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public ReportView get(@PathParam("id") @Size(max = Limits.ID) String campaignId) {
        var campaign = campaigns.get(campaignId).state();
        var report = report(campaign);
        var reserved = budgets.find(campaignId).map(Budget::reserved);
        return new ReportView(
                campaignId,
                campaign.plan().name(),
                campaign.state(),
                campaign.plan().budget().currency(),
                campaign.plan().budget().minorUnits(),
                reserved.map(money -> money.minorUnits()).orElse(0L),
                report.kpis().stream().map(FigureView::of).toList(),
                LineView.of(report.total()),
                report.lines().stream().map(LineView::of).toList());
    }

    @GET
    @Path("/campaigns/{id}/report")
    @Produces(CSV)
    @RolesAllowed({
        Role.VIEWER,
        Role.RESEARCHER,
        Role.CAMPAIGN_MANAGER,
        Role.OUTREACH_SENDER,
        Role.APPROVER,
        Role.DATA_PROTECTION,
        Role.ADMIN
    })
    @Operation(hidden = true)
    public String csv(@PathParam("id") @Size(max = Limits.ID) String campaignId) {
        var report = report(campaigns.get(campaignId).state());
        var csv = new StringBuilder(Csv.row("kpi", "unit", "target", "actual", "observations", "formula"));
        report.kpis().stream()
                .map(FigureView::of)
                .forEach(kpi -> csv.append(Csv.row(
                        kpi.id(), kpi.unit(), kpi.target(), kpi.actual(), kpi.observations(), kpi.formulaId())));
        csv.append(Csv.row())
                .append(Csv.row(
                        "influencer",
                        "reach",
                        "impressions",
                        "engagements",
                        "clicks",
                        "conversions",
                        "revenueMinorUnits",
                        "feeMinorUnits",
                        "costPerEngagementMinorUnits"));
        report.lines().forEach(line -> csv.append(row(line.influencerId(), LineView.of(line))));
        return csv.append(row("total", LineView.of(report.total()))).toString();
    }

    private Report report(Campaign campaign) {
        return Report.of(campaign.plan(), results.byInfluencer(campaign.id()));
    }

    private static String row(@Nullable String name, LineView line) {
        return Csv.row(
                name,
                line.reach(),
                line.impressions(),
                line.engagements(),
                line.clicks(),
                line.conversions(),
                line.revenueMinorUnits(),
                line.feeMinorUnits(),
                line.costPerEngagementMinorUnits());
    }
}
