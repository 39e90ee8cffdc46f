package dev.vouch.campaign.kpi.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All KPIs of a campaign, as they stood when they last changed. */
public record Sheet(String campaignId, Instant measuredAt, List<Figure> figures) {

    public Sheet {
        measuredAt = measuredAt.truncatedTo(ChronoUnit.MILLIS);
        figures = List.copyOf(figures);
    }

    /** The newer sheet, unless it says nothing new. */
    public Sheet after(@Nullable Sheet older) {
        return older != null && older.figures.equals(figures) ? older : this;
    }
}
