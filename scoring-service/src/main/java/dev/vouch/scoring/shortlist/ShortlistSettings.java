package dev.vouch.scoring.shortlist;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "vouch.scoring.shortlist")
interface ShortlistSettings {

    /** Who scores less is not proposed. */
    @WithDefault("40")
    int minimumScore();

    /** What one person may cost at most, in percent of the budget. */
    @WithDefault("40")
    int mostOfBudgetPercent();
}
