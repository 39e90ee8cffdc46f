package dev.vouch.campaign.report.domain;

import dev.vouch.campaign.kpi.domain.Figure;
import dev.vouch.campaign.kpi.domain.Formula;
import dev.vouch.campaign.kpi.domain.Results;
import dev.vouch.campaign.planning.domain.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Target against actual, and who contributed what. The total is the sum of the lines, to the cent. */
public record Report(List<Figure> kpis, ReportLine total, List<ReportLine> lines) {

    public Report {
        kpis = List.copyOf(kpis);
        lines = List.copyOf(lines);
    }

    /** @param byInfluencer under the empty name what nobody in particular brought */
    public static Report of(Plan plan, Map<String, Results> byInfluencer) {
        var currency = plan.budget().currency();
        var sum = byInfluencer.values().stream().reduce(Results.NOTHING, Results::plus);
        var lines = byInfluencer.entrySet().stream()
                .map(each -> ReportLine.of(each.getKey().isEmpty() ? null : each.getKey(), each.getValue(), currency))
                .sorted(mostEngagementsFirst())
                .toList();
        return new Report(Formula.figures(plan.kpis(), sum, currency), ReportLine.of(null, sum, currency), lines);
    }

    private static Comparator<ReportLine> mostEngagementsFirst() {
        return Comparator.comparingLong(
                        (ReportLine line) -> line.results().engagements().sum())
                .reversed()
                .thenComparing(ReportLine::influencerId, Comparator.nullsLast(Comparator.naturalOrder()));
    }
}
