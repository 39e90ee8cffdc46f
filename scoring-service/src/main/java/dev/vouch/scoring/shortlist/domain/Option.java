package dev.vouch.scoring.shortlist.domain;

import dev.vouch.chassis.decision.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scored candidate, as far as the choice needs it.
 *
 * @param expectedEngagements of one post
 * @param onTarget which share of them comes from people for whom the product is meant, 0 to 1
 * @param feeMinorUnits what the person may cost: the upper end of the estimate
 * @param language in which most of the posts are written
 * @param leadingTopic of the brief, that the person speaks of most
 * @param objections why the person is not proposed, whatever the budget
 * @param reasons the strongest reasons behind the score
 */
public record Option(
        String influencerId,
        int scoreTenths,
        double expectedEngagements,
        double onTarget,
        long feeMinorUnits,
        @Nullable String language,
        @Nullable String leadingTopic,
        List<Reason> objections,
        List<Reason> reasons) {}
