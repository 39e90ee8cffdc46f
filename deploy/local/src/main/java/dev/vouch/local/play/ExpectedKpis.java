package dev.vouch.local.play;

import dev.vouch.contract.campaign.ConversionRecordedV1;
import dev.vouch.contract.campaign.PostMeasuredV1;
import dev.vouch.local.play.CreatorResults.Observed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reckons from what was handed in what the report must show, on its own and to the cent. */
final class ExpectedKpis {

    private final Map<String, PostMeasuredV1> newest = new HashMap<>();
    private final Map<String, ConversionRecordedV1> orders = new HashMap<>();
    private long feesMinorUnits;

    void handedIn(List<Observed> observed) {
        for (var each : observed) {
            if (each.event() instanceof PostMeasuredV1 post) {
                newest.merge(
                        post.postId(),
                        post,
                        (one, other) -> one.observedAt().isAfter(other.observedAt()) ? one : other);
            } else if (each.event() instanceof ConversionRecordedV1 order) {
                orders.put(order.conversionId(), order);
            }
        }
    }

    void agreed(Agreed agreed) {
        feesMinorUnits += agreed.feeMinorUnits();
    }

    /** Null when nothing was handed in that it could be reckoned from. */
    @Nullable
    BigDecimal actual(String kpi, String unit) {
        if (newest.isEmpty()) {
            return null;
        }
        return switch (kpi) {
            case "reach" -> BigDecimal.valueOf(reach());
            case "impressions" -> BigDecimal.valueOf(impressions());
            case "engagements" -> BigDecimal.valueOf(engagements());
            case "engagement_rate" -> divided(engagements() * 100, reach(), 2);
            case "clicks" -> BigDecimal.valueOf(clicks());
            case "conversions" -> BigDecimal.valueOf(orders.size());
            case "revenue" -> money(BigDecimal.valueOf(revenue()), unit);
            case "cost_per_engagement" -> money(divided(feesMinorUnits, engagements(), 0), unit);
            case "cost_per_thousand" -> money(divided(feesMinorUnits * 1_000, impressions(), 0), unit);
            case "cost_per_acquisition" -> money(divided(feesMinorUnits, orders.size(), 0), unit);
            case "return_on_spend" -> divided(revenue(), feesMinorUnits, 4);
            default -> null;
        };
    }

    private long reach() {
        return newest.values().stream().mapToLong(post -> known(post.reach())).sum();
    }

    private long impressions() {
        return newest.values().stream()
                .mapToLong(post -> known(post.impressions()))
                .sum();
    }

    private long clicks() {
        return newest.values().stream().mapToLong(post -> known(post.clicks())).sum();
    }

    private long engagements() {
        return newest.values().stream()
                .mapToLong(post -> known(post.likes()) + known(post.comments()))
                .sum();
    }

    private long revenue() {
        return orders.values().stream()
                .mapToLong(ConversionRecordedV1::revenueMinorUnits)
                .sum();
    }

    private static long known(@Nullable Long value) {
        return Objects.requireNonNullElse(value, 0L);
    }

    private static @Nullable BigDecimal divided(long above, long below, int places) {
        return below == 0
                ? null
                : BigDecimal.valueOf(above).divide(BigDecimal.valueOf(below), places, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal money(@Nullable BigDecimal minorUnits, String unit) {
        var word = unit.toLowerCase(Locale.ROOT);
        return minorUnits == null || word.contains("minor") || word.contains("cent")
                ? minorUnits
                : minorUnits.movePointLeft(2);
    }
}
