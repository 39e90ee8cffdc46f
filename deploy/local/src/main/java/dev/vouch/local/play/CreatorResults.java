package dev.vouch.local.play;

import dev.vouch.contract.Event;
import dev.vouch.contract.campaign.ConversionRecordedV1;
import dev.vouch.contract.campaign.PostMeasuredV1;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the posts of a campaign bring, played by seed: two readings of each post, of which only the newer counts, and orders
 * in the shop. Handed in twice, they are the same events.
 */
final class CreatorResults {

    private static final Duration UNTIL_READ_AGAIN = Duration.ofSeconds(30);

    private final String campaignId;
    private final String currency;

    CreatorResults(String campaignId, String currency) {
        this.campaignId = campaignId;
        this.currency = currency;
    }

    /** An observation with the id under which it is handed in. */
    record Observed(String id, Instant at, Event event) {}

    List<Observed> of(Agreed agreed) {
        var dice = Seed.dice("results", campaignId, agreed.influencerId());
        var postId = "post-" + Seed.id(agreed.collaborationId()).substring(0, 12);
        long reach = 50 + Math.round(agreed.followers() * (0.25 + 0.2 * dice.nextDouble()));
        long impressions = reach + Math.round(reach * 0.3 * dice.nextDouble());
        long likes = Math.round(reach * (0.06 + 0.06 * dice.nextDouble()));
        long comments = Math.round(likes * (0.02 + 0.05 * dice.nextDouble()));
        long clicks = Math.round(reach * (0.004 + 0.01 * dice.nextDouble()));
        var observed = new ArrayList<Observed>();
        observed.add(measured(
                agreed, postId, agreed.agreedAt(), likes / 3, comments / 3, reach / 2, impressions / 2, clicks / 2));
        var later = agreed.agreedAt().plus(UNTIL_READ_AGAIN);
        observed.add(measured(agreed, postId, later, likes, comments, reach, impressions, clicks));
        for (int i = 0; i <= clicks / 40; i++) {
            observed.add(ordered(agreed, i, 1_290 + 10L * dice.nextInt(450)));
        }
        return observed;
    }

    private Observed measured(
            Agreed agreed,
            String postId,
            Instant at,
            long likes,
            long comments,
            long reach,
            long impressions,
            long clicks) {
        var event = new PostMeasuredV1(
                campaignId, agreed.influencerId(), postId, at, likes, comments, null, reach, impressions, clicks);
        return new Observed(Seed.id("measured", campaignId, postId, at.toString()), at, event);
    }

    private Observed ordered(Agreed agreed, int nth, long revenueMinorUnits) {
        var conversionId = Seed.id("order", campaignId, agreed.collaborationId(), Integer.toString(nth));
        var event = new ConversionRecordedV1(
                campaignId, conversionId, agreed.influencerId(), agreed.agreedAt(), revenueMinorUnits, currency);
        return new Observed(conversionId, agreed.agreedAt(), event);
    }
}
