package dev.vouch.scoring.shortlist.domain;

import java.util.Collection;
import java.util.Objects;

/**
 * What one more person adds: engagements of one post, of people for whom the product is meant, who were not reached by those
 * chosen before.
 *
 * <p>On target: a logistic curve over the score, half at 50 points. Distinct: followings are assumed to overlap a little where
 * people write in the same language and more where they also speak of the same topic first; both shares are assumptions until
 * samples of followers are known.
 */
final class MarginalGain {

    private static final double OVERLAP_LANGUAGE = 0.01;
    private static final double OVERLAP_TOPIC = 0.03;

    private MarginalGain() {}

    static double of(Option option, Collection<Option> chosen) {
        double distinct =
                chosen.stream().mapToDouble(other -> 1 - overlap(option, other)).reduce(1, (one, other) -> one * other);
        return option.onTarget() * option.expectedEngagements() * distinct;
    }

    private static double overlap(Option one, Option other) {
        if (one.language() == null || !one.language().equals(other.language())) {
            return 0;
        }
        return Objects.equals(one.leadingTopic(), other.leadingTopic()) && one.leadingTopic() != null
                ? OVERLAP_TOPIC
                : OVERLAP_LANGUAGE;
    }
}
