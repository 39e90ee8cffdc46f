package dev.vouch.scoring.scorecard;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.contract.MetricQuality;
import dev.vouch.contract.Platform;
import dev.vouch.contract.scoring.InfluencerScoredV1;
import dev.vouch.scoring.metric.domain.MetricValue;
import dev.vouch.scoring.metric.domain.Quality;
import dev.vouch.scoring.scorecard.domain.Scorecard;
import java.util.Locale;

final class ScorecardEvents {

    private ScorecardEvents() {}

    static InfluencerScoredV1 scored(Scorecard card) {
        return new InfluencerScoredV1(
                card.influencerId(),
                Platform.valueOf(card.platform().toUpperCase(Locale.ROOT)),
                card.tier(),
                card.metrics().stream().map(ScorecardEvents::metric).toList(),
                card.hints().stream().map(Reason::code).toList(),
                card.observedAt());
    }

    /** To others a value on too few observations is none. */
    private static InfluencerScoredV1.Metric metric(MetricValue value) {
        boolean enough = value.quality() != Quality.INSUFFICIENT_DATA;
        return new InfluencerScoredV1.Metric(
                value.metric().id(),
                enough ? value.value() : null,
                value.metric().unit(),
                value.n(),
                enough ? value.low() : null,
                enough ? value.high() : null,
                MetricQuality.valueOf(value.quality().name()));
    }
}
