package dev.vouch.campaign.kpi;

import dev.vouch.campaign.kpi.domain.Figure;
import dev.vouch.campaign.kpi.domain.Sheet;
import dev.vouch.contract.Event;
import dev.vouch.contract.campaign.KpiMeasuredV1;

final class KpiEvents {

    private KpiEvents() {}

    static Event measured(Sheet sheet) {
        return new KpiMeasuredV1(
                sheet.campaignId(),
                sheet.measuredAt(),
                sheet.figures().stream().map(KpiEvents::kpi).toList());
    }

    private static KpiMeasuredV1.Kpi kpi(Figure figure) {
        return new KpiMeasuredV1.Kpi(
                figure.kpi().id(), figure.unit(), figure.target(), figure.actual(), figure.observations());
    }
}
