package dev.vouch.scoring.candidate.domain;

import dev.vouch.scoring.benchmark.domain.BenchmarkCell.Origin;
import dev.vouch.scoring.fit.domain.PriceEstimate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every input of a score that is not a feature of the texts, with its time: enough to compute it again.
 *
 * @param scorecard fingerprint of the card that was used
 * @param observedAt newest observation of the account
 * @param engagementPercent median of the posts; absent without likes or comments
 * @param expectedEngagementPercent the same, drawn towards the benchmark's median the fewer posts there are
 * @param expectedEngagements of one post, by that figure
 * @param percentile of the measured engagement within the cell
 * @param snapshotId the benchmarks that were used; absent where only published figures were
 */
public record Basis(
        String scorecard,
        Instant observedAt,
        @Nullable Instant newestPostAt,
        @Nullable Long followers,
        @Nullable Double engagementPercent,
        int engagementPosts,
        @Nullable Double expectedEngagementPercent,
        @Nullable Double expectedEngagements,
        @Nullable Double percentile,
        @Nullable Cell cell,
        @Nullable Double replyRatePercent,
        int foreignComments,
        @Nullable Double questionAnswerRatePercent,
        int questions,
        @Nullable String snapshotId,
        @Nullable PriceEstimate price,
        List<String> postKeys) {

    public record Cell(
            String platform,
            String tier,
            String category,
            int accounts,
            Origin origin,
            String source,
            int year,
            double median) {}
}
