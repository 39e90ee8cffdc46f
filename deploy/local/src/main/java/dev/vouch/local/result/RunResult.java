package dev.vouch.local.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one run.
 *
 * @param scored candidates with a score
 * @param contacted totals of the campaign, like {@code replied} and {@code assigned}; {@code contactedThisRun} is of this run
 * @param committedMinorUnits what is reserved of the budget
 */
public record RunResult(
        String campaign,
        Imported imported,
        List<Listed> longlist,
        long scored,
        List<Shortlisted> shortlisted,
        long contacted,
        long contactedThisRun,
        long replied,
        long assigned,
        String currency,
        long budgetMinorUnits,
        long committedMinorUnits,
        List<KpiLine> kpis,
        Seconds seconds) {

    public RunResult {
        longlist = List.copyOf(longlist);
        shortlisted = List.copyOf(shortlisted);
        kpis = List.copyOf(kpis);
    }

    /** @param profiles created and changed in this run, like {@code posts} */
    public record Imported(long profiles, long posts, long unchanged, long refused) {

        public static final Imported NOTHING = new Imported(0, 0, 0, 0);

        public Imported plus(Imported other) {
            return new Imported(
                    profiles + other.profiles,
                    posts + other.posts,
                    unchanged + other.unchanged,
                    refused + other.refused);
        }
    }

    public record Listed(@Nullable String handle, String influencerId, List<String> evidence) {}

    /** @param conversation where the talk with the person stands; none if nobody wrote to them */
    public record Shortlisted(
            @Nullable String handle,
            String influencerId,
            @Nullable Long followers,
            double score,
            List<String> reasons,
            @Nullable String conversation,
            @Nullable String assignment,
            @Nullable Long feeMinorUnits) {}

    /** @param actual none while nothing was observed */
    public record KpiLine(
            String id, String unit, double target, @Nullable Double actual) {}

    public record Seconds(double start, double imported, double longlist, double score, double total) {}
}
