package dev.vouch.scoring.benchmark.domain;

import java.util.ArrayList;
import java.util.List;

/** The configured tiers, without gaps, ascending. */
public record Tiers(List<Tier> tiers) {

    public static final String UNKNOWN = "unknown";

    public Tiers {
        tiers = List.copyOf(tiers);
    }

    /** @param bounds ascending lower bounds, e.g. 1000, 5000, 10000; below the first and above the last there is a tier too */
    public static Tiers from(List<Long> bounds) {
        var tiers = new ArrayList<Tier>();
        long from = 0;
        for (long bound : bounds) {
            if (bound <= from) {
                throw new IllegalArgumentException("tier bounds must ascend and be positive: " + bounds);
            }
            tiers.add(new Tier(from == 0 ? "below-" + words(bound) : words(from) + "-" + words(bound), from, bound));
            from = bound;
        }
        tiers.add(new Tier(words(from) + "-and-more", from, Long.MAX_VALUE));
        return new Tiers(tiers);
    }

    public Tier of(long followers) {
        return tiers.stream()
                .filter(tier -> tier.holds(Math.max(0, followers)))
                .findFirst()
                .orElseThrow();
    }

    private static String words(long count) {
        if (count % 1_000_000 == 0) {
            return count / 1_000_000 + "m";
        }
        return count % 1_000 == 0 ? count / 1_000 + "k" : Long.toString(count);
    }
}
