package dev.vouch.campaign.planning.domain;

import java.util.Locale;

/** The figures by which a campaign can be judged. How each is reckoned stands in the kpi capability under the formula id. */
public enum Kpi {
    REACH(Measure.COUNT, "reach.sum-over-posts.v1"),
    IMPRESSIONS(Measure.COUNT, "impressions.sum-over-posts.v1"),
    ENGAGEMENTS(Measure.COUNT, "engagements.likes-and-comments.v1"),
    ENGAGEMENT_RATE(Measure.PERCENT, "engagement-rate.by-reach.v1"),
    CLICKS(Measure.COUNT, "clicks.sum-over-posts.v1"),
    CONVERSIONS(Measure.COUNT, "conversions.count.v1"),
    REVENUE(Measure.MONEY, "revenue.sum-over-conversions.v1"),
    COST_PER_ENGAGEMENT(Measure.MONEY, "cost-per-engagement.fees.v1"),
    COST_PER_THOUSAND(Measure.MONEY, "cost-per-thousand.fees-by-impressions.v1"),
    COST_PER_ACQUISITION(Measure.MONEY, "cost-per-acquisition.fees-by-conversions.v1"),
    RETURN_ON_SPEND(Measure.RATIO, "return-on-spend.revenue-by-fees.v1");

    /** What kind of number it is; decides which units can be meant. */
    public enum Measure {
        COUNT,
        PERCENT,
        MONEY,
        RATIO
    }

    private final Measure measure;
    private final String formulaId;

    Kpi(Measure measure, String formulaId) {
        this.measure = measure;
        this.formulaId = formulaId;
    }

    /** As briefs, REST and events name it, e.g. {@code cost_per_engagement}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }

    public Measure measure() {
        return measure;
    }

    public String formulaId() {
        return formulaId;
    }

    /** Money is stated in the campaign's currency ({@code EUR}) or in its minor units ({@code EUR minor units}, {@code cents}). */
    public boolean canBeStatedIn(String unit, String currency) {
        var word = unit.toLowerCase(Locale.ROOT);
        return switch (measure) {
            case COUNT, RATIO -> true;
            case PERCENT -> word.startsWith("percent") || word.startsWith("%");
            case MONEY -> isMinor(unit) || word.startsWith(currency.toLowerCase(Locale.ROOT));
        };
    }

    public static boolean isMinor(String unit) {
        var word = unit.toLowerCase(Locale.ROOT);
        return word.contains("minor") || word.contains("cent");
    }
}
