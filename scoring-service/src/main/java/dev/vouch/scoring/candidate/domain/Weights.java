package dev.vouch.scoring.candidate.domain;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many points each criterion can give; together always 100. They follow from the KPIs: who wants conversions needs
 * people who are believed, who wants reach needs people who are read.
 *
 * @param tenths by criterion id, in tenths of a point
 */
public record Weights(Map<String, Integer> tenths) {

    private static final int ALL_TENTHS = 1_000;

    /** Extra weight, in points before scaling, for each kind of KPI that the campaign has. */
    private static final Map<String, Map<Criterion, Integer>> SHIFTS = Map.ofEntries(
            Map.entry("reach", Map.of(Criterion.ENGAGEMENT, 2, Criterion.FRESHNESS, 3)),
            Map.entry("impressions", Map.of(Criterion.ENGAGEMENT, 2, Criterion.FRESHNESS, 3)),
            Map.entry("cost-per-thousand", Map.of(Criterion.ENGAGEMENT, 3)),
            Map.entry("engagements", Map.of(Criterion.ENGAGEMENT, 5)),
            Map.entry("engagement-rate", Map.of(Criterion.ENGAGEMENT, 5)),
            Map.entry("cost-per-engagement", Map.of(Criterion.ENGAGEMENT, 4)),
            Map.entry("clicks", Map.of(Criterion.TOPIC, 3, Criterion.CONVERSATION, 2)),
            Map.entry("conversions", Map.of(Criterion.TOPIC, 4, Criterion.CONVERSATION, 4)),
            Map.entry("revenue", Map.of(Criterion.TOPIC, 4, Criterion.CONVERSATION, 4)),
            Map.entry("cost-per-acquisition", Map.of(Criterion.TOPIC, 4, Criterion.CONVERSATION, 4)),
            Map.entry("return-on-spend", Map.of(Criterion.TOPIC, 4, Criterion.CONVERSATION, 4)));

    public static Weights following(List<String> kpis) {
        var points = new EnumMap<Criterion, Integer>(Criterion.class);
        for (var criterion : Criterion.values()) {
            points.put(criterion, criterion.basePoints());
        }
        kpis.stream()
                .map(kpi -> kpi.replace('_', '-'))
                .distinct()
                .map(kpi -> SHIFTS.getOrDefault(kpi, Map.of()))
                .forEach(shift -> shift.forEach((criterion, more) -> points.merge(criterion, more, Integer::sum)));
        return new Weights(scaled(points));
    }

    int of(Criterion criterion) {
        return tenths.getOrDefault(criterion.id(), 0);
    }

    /** Largest remainders, so that nothing is lost by rounding. */
    private static Map<String, Integer> scaled(Map<Criterion, Integer> points) {
        int sum = points.values().stream().mapToInt(Integer::intValue).sum();
        var scaled = new LinkedHashMap<String, Integer>();
        points.forEach((criterion, each) -> scaled.put(criterion.id(), each * ALL_TENTHS / sum));
        int left = ALL_TENTHS
                - scaled.values().stream().mapToInt(Integer::intValue).sum();
        points.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> -(entry.getValue() * ALL_TENTHS % sum)))
                .limit(left)
                .forEach(entry -> scaled.merge(entry.getKey().id(), 1, Integer::sum));
        return scaled;
    }
}
