package dev.vouch.scoring.candidate.domain;

import dev.vouch.chassis.decision.Reason;
import dev.vouch.scoring.fit.domain.TopicFit;
import java.util.ArrayList;
import java.util.List;

/**
 * 0 to 100, and exactly the sum of its parts.
 *
 * @param hints what a person should look at; they cost no points
 */
public record Score(int tenths, List<Part> parts, List<Reason> hints, TopicFit topic, Basis basis) {

    static Score of(List<Part> earned, List<Part> deductions, List<Reason> hints, TopicFit topic, Basis basis) {
        var parts = new ArrayList<>(earned);
        int sum = earned.stream().mapToInt(Part::tenths).sum();
        for (var deduction : deductions) {
            int points = Math.max(deduction.tenths(), -sum);
            parts.add(new Part(deduction.id(), points, 0, deduction.reason()));
            sum += points;
        }
        return new Score(sum, List.copyOf(parts), List.copyOf(hints), topic, basis);
    }

    public double value() {
        return tenths / 10.0;
    }

    /** What decided most: deductions first, then what earned the largest share of its points. */
    public List<Reason> strongest(int limit) {
        return parts.stream()
                .sorted((one, other) -> Double.compare(weight(other), weight(one)))
                .limit(limit)
                .map(Part::reason)
                .toList();
    }

    private static double weight(Part part) {
        return part.ofTenths() == 0 ? 2_000 - part.tenths() : part.tenths();
    }
}
