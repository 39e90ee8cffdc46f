package dev.vouch.scoring.fit.domain;

import java.util.Optional;

/** What one post may cost: an interval, with where it comes from. */
public record PriceEstimate(
        String currency, long lowMinorUnits, long highMinorUnits, String rateCardVersion, String source, int year) {

    public static Optional<PriceEstimate> of(RateCard card, String platform, String currency, long followers) {
        return card.rateFor(platform, currency, followers)
                .map(rate -> new PriceEstimate(
                        currency,
                        Math.max(rate.minimumMinorUnits(), followers * rate.lowPerThousandMinorUnits() / 1000),
                        Math.max(rate.minimumMinorUnits(), followers * rate.highPerThousandMinorUnits() / 1000),
                        card.version(),
                        rate.source(),
                        rate.year()));
    }
}
