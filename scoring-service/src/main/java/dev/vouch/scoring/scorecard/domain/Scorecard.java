package dev.vouch.scoring.scorecard.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.authenticity.domain.MassFollowing;
import dev.vouch.scoring.benchmark.domain.Tiers;
import dev.vouch.scoring.metric.domain.AccountFigures;
import dev.vouch.scoring.metric.domain.Metric;
import dev.vouch.scoring.metric.domain.MetricValue;
import dev.vouch.scoring.metric.domain.Metrics;
import dev.vouch.scoring.metric.domain.PostFigures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an influencer whatever the campaign.
 *
 * @param slice spreads the cell of one tier over several index keys, so that each can be read in one capped query
 * @param engagementPercent the value that benchmarks are made of
 * @param postKeys the posts that the metrics were computed from
 * @param hints what a person should look at before deciding
 */
public record Scorecard(
        String influencerId,
        String platform,
        String tier,
        String slice,
        @Nullable Long followers,
        @Nullable Long following,
        @Nullable Long posts,
        List<String> categories,
        String declaredKind,
        Instant observedAt,
        @Nullable Instant newestPostAt,
        @Nullable Double engagementPercent,
        List<String> postKeys,
        List<MetricValue> metrics,
        List<Reason> hints) {

    public static final int SLICES = 16;

    /** Above this engagement more than one follower in two would have reacted: rather wrong figures than real ones. */
    private static final double HARDLY_POSSIBLE_PERCENT = 50;

    private static final double HARDLY_ANY_PERCENT = 0.3;

    public static Scorecard of(AccountFigures account, Tiers tiers) {
        var followers = account.followers();
        var tier = followers == null ? Tiers.UNKNOWN : tiers.of(followers).id();
        var metrics = Metrics.of(account);
        return new Scorecard(
                account.influencerId(),
                account.platform(),
                tier,
                slice(account.platform(), tier, account.influencerId()),
                followers,
                account.following(),
                account.posts(),
                account.categories(),
                account.declaredKind().name(),
                account.observedAt(),
                account.recentPosts().stream()
                        .map(PostFigures::publishedAt)
                        .max(Instant::compareTo)
                        .orElse(null),
                engagement(metrics).orElse(null),
                account.recentPosts().stream().map(PostFigures::postKey).toList(),
                metrics,
                hints(account, metrics));
    }

    /** The key under which accounts of one platform and tier are found, one of {@link #SLICES}. */
    public static String slice(String platform, String tier, String influencerId) {
        return slice(platform, tier, Math.floorMod(influencerId.hashCode(), SLICES));
    }

    public static String slice(String platform, String tier, int number) {
        return platform + "/" + tier + "/" + number;
    }

    public MetricValue metric(Metric metric) {
        return metrics.stream()
                .filter(value -> value.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    /** Tells whether a score was made from this very card. */
    public String fingerprint() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static List<Reason> hints(AccountFigures account, List<MetricValue> metrics) {
        var hints = new ArrayList<Reason>();
        MassFollowing.hint(account.followers(), account.following()).ifPresent(hints::add);
        engagement(metrics)
                .filter(percent -> percent > HARDLY_POSSIBLE_PERCENT || percent < HARDLY_ANY_PERCENT)
                .ifPresent(percent -> hints.add(Reason.of("authenticity.unusual-engagement", "percent", percent)));
        return hints;
    }

    private static Optional<Double> engagement(List<MetricValue> metrics) {
        return metrics.stream()
                .filter(value -> value.metric() == Metric.ER_FOLLOWERS_MEDIAN)
                .findFirst()
                .map(MetricValue::value);
    }
}
