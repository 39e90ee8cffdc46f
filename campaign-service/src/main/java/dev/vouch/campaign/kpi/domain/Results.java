package dev.vouch.campaign.kpi.domain;

/**
 * What came of it, for one influencer or for the whole campaign. All sums are of whole numbers, so parts add up exactly.
 *
 * @param reach how often each post reached somebody; a person reached by two posts counts twice
 * @param ratedEngagements engagements of those posts whose reach is known, and {@code ratedReach} their reach: a rate
 *     must have the same posts above and below the line
 */
public record Results(
        Tally reach,
        Tally impressions,
        Tally engagements,
        Tally clicks,
        Tally conversions,
        Tally revenueMinorUnits,
        Tally feesMinorUnits,
        Tally ratedEngagements,
        Tally ratedReach) {

    public static final Results NOTHING = new Results(
            Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE);

    public static Results of(Measurement post) {
        var reach = Tally.of(post.reach());
        var engagements = post.engagements();
        var rated = reach.isKnown() && engagements.isKnown();
        return new Results(
                reach,
                Tally.of(post.impressions()),
                engagements,
                Tally.of(post.clicks()),
                Tally.NONE,
                Tally.NONE,
                Tally.NONE,
                rated ? engagements : Tally.NONE,
                rated ? reach : Tally.NONE);
    }

    public static Results of(Conversion conversion) {
        return new Results(
                Tally.NONE,
                Tally.NONE,
                Tally.NONE,
                Tally.NONE,
                Tally.of(1),
                Tally.of(conversion.revenue().minorUnits()),
                Tally.NONE,
                Tally.NONE,
                Tally.NONE);
    }

    public static Results of(Spend spend) {
        return new Results(
                Tally.NONE,
                Tally.NONE,
                Tally.NONE,
                Tally.NONE,
                Tally.NONE,
                Tally.NONE,
                Tally.of(spend.fee().minorUnits()),
                Tally.NONE,
                Tally.NONE);
    }

    public Results plus(Results other) {
        return new Results(
                reach.plus(other.reach),
                impressions.plus(other.impressions),
                engagements.plus(other.engagements),
                clicks.plus(other.clicks),
                conversions.plus(other.conversions),
                revenueMinorUnits.plus(other.revenueMinorUnits),
                feesMinorUnits.plus(other.feesMinorUnits),
                ratedEngagements.plus(other.ratedEngagements),
                ratedReach.plus(other.ratedReach));
    }
}
