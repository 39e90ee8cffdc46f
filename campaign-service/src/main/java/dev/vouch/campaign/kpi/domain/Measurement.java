package dev.vouch.campaign.kpi.domain;

import org.jspecify.annotations.Nullable;

/** What is known of one post of a campaign: of each figure the newest reading, so that order and repetition do not matter. */
public record Measurement(
        String campaignId,
        String influencerId,
        @Nullable Reading likes,
        @Nullable Reading comments,
        @Nullable Reading views,
        @Nullable Reading reach,
        @Nullable Reading impressions,
        @Nullable Reading clicks) {

    public Measurement merged(@Nullable Measurement other) {
        return other == null
                ? this
                : new Measurement(
                        campaignId,
                        influencerId,
                        Reading.newer(likes, other.likes),
                        Reading.newer(comments, other.comments),
                        Reading.newer(views, other.views),
                        Reading.newer(reach, other.reach),
                        Reading.newer(impressions, other.impressions),
                        Reading.newer(clicks, other.clicks));
    }

    /** Likes and comments together; missing likes are missing, never 0. */
    Tally engagements() {
        return likes == null && comments == null ? Tally.NONE : new Tally(valueOf(likes) + valueOf(comments), 1);
    }

    private static long valueOf(@Nullable Reading reading) {
        return reading == null ? 0 : reading.value();
    }
}
