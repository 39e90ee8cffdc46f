package dev.vouch.contract.campaign;

import dev.vouch.contract.Check;
import dev.vouch.contract.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one post of a collaboration at one time. They are cumulative: of one post the newest observation
 * counts.
 */
public record PostMeasuredV1(
        String campaignId,
        String influencerId,
        String postId,
        Instant observedAt,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long views,
        @Nullable Long reach,
        @Nullable Long impressions,
        @Nullable Long clicks)
        implements Event {
    public PostMeasuredV1 {
        Check.id("campaignId", campaignId);
        Check.influencerId("influencerId", influencerId);
        Check.text("postId", postId, 200);
        Check.required("observedAt", observedAt);
        Check.optionalNotNegative("likes", likes);
        Check.optionalNotNegative("comments", comments);
        Check.optionalNotNegative("views", views);
        Check.optionalNotNegative("reach", reach);
        Check.optionalNotNegative("impressions", impressions);
        Check.optionalNotNegative("clicks", clicks);
    }
}
