package dev.vouch.scoring.fit.domain;

import java.util.List;
import java.util.Optional;

/**
 * Published prices of one post, as a versioned table.
 *
 * @param version changes with every edit of the table
 */
public record RateCard(String version, List<Rate> rates) {

    /**
     * @param lowPerThousandMinorUnits price of a post per thousand followers, lower end
     * @param minimumMinorUnits nobody is asked for less
     * @param source who published it, in which {@code year}
     */
    public record Rate(
            String platform,
            String currency,
            long followersFrom,
            long followersTo,
            long lowPerThousandMinorUnits,
            long highPerThousandMinorUnits,
            long minimumMinorUnits,
            String source,
            int year) {}

    Optional<Rate> rateFor(String platform, String currency, long followers) {
        return rates.stream()
                .filter(rate -> rate.platform().equals(platform)
                        && rate.currency().equals(currency)
                        && rate.followersFrom() <= followers
                        && followers < rate.followersTo())
                .findFirst();
    }
}
